export * from './booking-cancelled.v1.js';
export * from './booking-confirmed.v1.js';
export * from './booking-expired.v1.js';
export * from './booking-held.v1.js';
export * from './booking-released.v1.js';
