export * from './need.js';
