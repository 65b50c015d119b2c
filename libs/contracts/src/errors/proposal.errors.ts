import type { ErrorTable } from './error-entry.js';

/** Refusals around an agency's answer to a need. */
export const proposalErrors = {
  'proposal.not-found': { status: 404, title: 'There is no such proposal' },
  'proposal.not-the-agency': { status: 403, title: 'Only the agency that made the proposal may do this' },
  'proposal.not-the-business': { status: 403, title: 'Only the business that was answered may do this' },
  'proposal.agency-not-verified': { status: 409, title: 'The agency is not verified' },
  'proposal.assistant-of-another-agency': { status: 400, title: "The assistant is not the agency's" },
  'proposal.assistant-not-published': { status: 409, title: 'The assistant is not listed' },
  'proposal.need-not-posted': { status: 409, title: 'The need is not open for answers' },
  'proposal.not-invited': { status: 403, title: 'The need is open to invited agencies only' },
  'proposal.need-changed': { status: 409, title: 'The lines of the need have changed since the proposal' },
  'proposal.not-open': { status: 409, title: 'The proposal was decided before' },
  'proposal.line-duplicated': { status: 400, title: 'A line is priced twice' },
  'proposal.line-unknown': { status: 400, title: 'The need has no such line' },
  'proposal.line-unpriced': { status: 400, title: 'A line of the need has no price' },
  'proposal.price-out-of-range': { status: 400, title: 'The price is not an amount of whole minor units from zero' },
  'proposal.currencies-differ': { status: 400, title: 'The prices are in different currencies' },
  'proposal.too-many-suggestions': { status: 400, title: 'The proposal has too many suggestions' },
  'proposal.suggestion-incomplete': {
    status: 400,
    title: 'The suggestion lacks its baseline, its expected effect or its measure',
  },
  'proposal.suggestion-duplicated': { status: 400, title: 'Two suggestions have the same id' },
  'proposal.suggestion-unknown': { status: 400, title: 'The proposal has no such suggestion' },
  'proposal.message-too-long': { status: 400, title: 'The message is too long' },
  'proposal.reason-too-long': { status: 400, title: 'The reason is too long' },
} as const satisfies ErrorTable;
