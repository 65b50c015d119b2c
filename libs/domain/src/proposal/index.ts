export * from './proposal.js';
export { proposalBounds } from './proposal.policies.js';
export * from './decide-proposal.js';
