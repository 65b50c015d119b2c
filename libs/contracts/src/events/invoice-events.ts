export * from './invoice-issued.v1.js';
