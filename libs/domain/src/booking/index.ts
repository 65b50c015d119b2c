export * from './booking.js';
export * from './booking-decisions.js';
export * from './late-fee.js';
export * from './weekly-slots.js';
