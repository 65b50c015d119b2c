export { decodeUtf8, isPrototypeName, JsonText, parseJsonBody, pointerOf } from './json-body.js';
export { isStorableText } from './storable-text.js';
