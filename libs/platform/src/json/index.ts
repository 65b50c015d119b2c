export { decodeUtf8, isPrototypeName, parseJsonBody, pointerOf } from './json-body.js';
export { isStorableText } from './storable-text.js';
