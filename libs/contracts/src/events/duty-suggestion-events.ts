export * from './duty-suggestion-corrected.v1.js';
export * from './words-asked.v1.js';
