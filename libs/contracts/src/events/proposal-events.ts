export * from './proposal-accepted.v1.js';
export * from './proposal-declined.v1.js';
export * from './proposal-made.v1.js';
export * from './proposal-suggestions-adopted.v1.js';
export * from './proposal-withdrawn.v1.js';
