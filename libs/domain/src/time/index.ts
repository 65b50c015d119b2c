export * from './weekly-hours.js';
export * from './slot.js';
