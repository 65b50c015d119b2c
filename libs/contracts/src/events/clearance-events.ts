export * from './clearance-action-closed.v1.js';
export * from './clearance-amended.v1.js';
export * from './clearance-granted.v1.js';
export * from './clearance-requested.v1.js';
export * from './clearance-voided.v1.js';
