export * from './domain-error.js';
export * from './ids.js';
export * from './catalogue/catalogue.js';
