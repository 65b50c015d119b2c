// Decorators write there; whoever imports the contracts first has to find it.
import 'reflect-metadata';

export * from './envelope.js';
export * from './errors.js';
export * from './events/index.js';
export * from './http/administration.dto.js';
export * from './http/agencies.dto.js';
export * from './http/events-feed.dto.js';
export * from './http/api-keys.dto.js';
export * from './http/auth.dto.js';
export * from './http/businesses.dto.js';
export * from './http/members.dto.js';
export * from './http/shared-shapes.dto.js';
export * from './http/assignment-plans.dto.js';
export * from './http/assistants.dto.js';
export * from './http/catalogue.dto.js';
export * from './http/clearances.dto.js';
export * from './http/duty-suggestions.dto.js';
export * from './http/needs.dto.js';
export * from './http/shortlists.dto.js';
export * from './http/agreements.dto.js';
export * from './http/bookings.dto.js';
export * from './http/engagements.dto.js';
export * from './http/invoices.dto.js';
export * from './http/proposals.dto.js';
export * from './http/reviews.dto.js';
