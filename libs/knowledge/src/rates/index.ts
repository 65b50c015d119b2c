export * from './rates-source.js';
export * from './reference-rates.js';
export * from './vat-rates.js';
