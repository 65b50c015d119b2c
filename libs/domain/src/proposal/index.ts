export * from './proposal.js';
export { proposalBounds } from './proposal.policies.js';
export * from './proposal-decisions.js';
