export * from './expand-weekly.js';
export * from './instant.js';
export * from './local-date.js';
export * from './normalise-slots.js';
export * from './slot.js';
export * from './spans.js';
export * from './weekly-hours.js';
export * from './zone.js';
