export * from './assistant-days-off-changed.v1.js';
export * from './assistant-drafted.v1.js';
export * from './assistant-edited.v1.js';
export * from './assistant-listed.v1.js';
export * from './assistant-withdrawn.v1.js';
