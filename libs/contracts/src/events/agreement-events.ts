export * from './agreement-accepted.v1.js';
export * from './agreement-change-order-accepted.v1.js';
export * from './agreement-change-order-proposed.v1.js';
export * from './agreement-change-order-withdrawn.v1.js';
export * from './agreement-drafted.v1.js';
export * from './agreement-revised.v1.js';
export * from './agreement-side-accepted.v1.js';
export * from './agreement-withdrawn.v1.js';
