export * from './currency.js';
export * from './money.js';
export * from './quote.js';
export * from './tax.js';
export * from './invoice.js';
export * from './invoice-decisions.js';
