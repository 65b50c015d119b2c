import { errorTable } from './error-table.js';

/** Refusals around an agency's answer to a need. */
export const proposalErrors = errorTable({
  400: {
    'proposal.assistant-of-another-agency': "The assistant is not the agency's",
    'proposal.line-duplicated': 'A line is priced twice',
    'proposal.line-unknown': 'The need has no such line',
    'proposal.line-unpriced': 'A line of the need has no price',
    'proposal.price-out-of-range': 'The price is not an amount of whole minor units from zero',
    'proposal.currencies-differ': 'The prices are in different currencies',
    'proposal.other-currency': 'A price is not in the currency of the need',
    'proposal.too-many-suggestions': 'The proposal has too many suggestions',
    'proposal.bad-suggestion-id': 'The id of a suggestion takes letters, digits and . _ - between them',
    'proposal.suggestion-incomplete': 'The suggestion lacks its baseline, its expected effect or its measure',
    'proposal.suggestion-duplicated': 'Two suggestions have the same id',
    'proposal.suggestion-unknown': 'The proposal has no such suggestion',
    'proposal.message-too-long': 'The message is too long',
    'proposal.reason-too-long': 'The reason is too long',
  },
  403: {
    'proposal.not-the-agency': 'Only the agency that made the proposal may do this',
    'proposal.not-the-business': 'Only the business that was answered may do this',
    'proposal.not-invited': 'The need is open to invited agencies only',
  },
  404: {
    'proposal.not-found': 'There is no such proposal',
  },
  409: {
    'proposal.agency-not-verified': 'The agency is not verified',
    'proposal.assistant-not-published': 'The assistant is not listed',
    'proposal.assistant-not-qualified': 'The assistant fails a condition of the need',
    'proposal.too-many-open': 'The agency has as many open proposals for the need as it may have',
    'proposal.already-open': 'The assistant is proposed for the need already',
    'proposal.need-not-posted': 'The need is not open for answers',
    'proposal.need-changed': 'The lines of the need have changed since the proposal',
    'proposal.not-open': 'The proposal was decided before',
  },
});
