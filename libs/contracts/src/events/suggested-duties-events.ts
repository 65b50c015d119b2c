export * from './duties-suggested.v1.js';
