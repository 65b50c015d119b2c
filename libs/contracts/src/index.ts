// Decorators write there; whoever imports the contracts first has to find it.
import 'reflect-metadata';

export * from './envelope.js';
export * from './errors.js';
export * from './events/index.js';
export * from './http/index.js';
