export * from './need-agencies-invited.v1.js';
export * from './need-closed.v1.js';
export * from './need-drafted.v1.js';
export * from './need-edited.v1.js';
export * from './need-posted.v1.js';
