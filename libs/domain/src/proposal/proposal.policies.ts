import { isBlank, isOwnName, textLength } from '#text';
import type { Party } from '../organisation/party.js';
import { demand, type Policy } from '../policy.js';
import { shortfallText } from '../matching/shortfall.js';
import type { AcceptProposal, AdoptSuggestions, MakeProposal, Offer, Proposal } from './proposal.js';
import { demandMeasurable } from './suggestion.js';

/** Bounds of what a proposal may say, and of how many an agency may have open for one need. */
export const proposalBounds = {
  suggestions: 20,
  messageCharacters: 5000,
  reasonCharacters: 2000,
  openOfAgency: 10,
} as const;

const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const theAgencyIsVerified: Policy<MakeProposal> = ({ offer }) =>
  demand(offer.agencyStatus === 'verified', 'proposal.agency-not-verified');

const theAssistantIsTheAgencys: Policy<MakeProposal> = ({ agencyId, assistant }) =>
  demand(assistant.agencyId === agencyId, 'proposal.assistant-of-another-agency', { at: ['assistantId'] });

const theAssistantIsListed: Policy<MakeProposal> = ({ offer }) =>
  demand(offer.assistantStatus === 'published', 'proposal.assistant-not-published', { at: ['assistantId'] });

const theNeedIsPosted: Policy<MakeProposal> = ({ need }) => demand(need.posted, 'proposal.need-not-posted');

const theAgencyMayAnswer: Policy<MakeProposal> = ({ need, agencyId }) =>
  demand(need.openToProposals || need.invitedAgencyIds.includes(agencyId), 'proposal.not-invited');

/** Somebody has to read them, and accepting one closes all others. */
const theAgencyOffersAFew: Policy<MakeProposal> = ({ othersOpen }) =>
  demand(othersOpen < proposalBounds.openOfAgency, 'proposal.too-many-open', { atMost: proposalBounds.openOfAgency });

const linesArePricedOnce: Policy<MakeProposal> = ({ lines }) =>
  demand(areDistinct(lines.map((line) => line.lineId)), 'proposal.line-duplicated', { at: ['lines'] });

const onlyLinesOfTheNeedArePriced: Policy<MakeProposal> = ({ lines, need }) => {
  for (const [index, { lineId }] of lines.entries()) {
    demand(need.lineIds.includes(lineId), 'proposal.line-unknown', { at: ['lines', index, 'lineId'], lineId });
  }
};

const everyLineIsPriced: Policy<MakeProposal> = ({ lines, need }) => {
  const unpriced = need.lineIds.find((lineId) => !lines.some((line) => line.lineId === lineId));
  demand(unpriced === undefined, 'proposal.line-unpriced', { at: ['lines'], lineId: unpriced });
};

const pricesAreAmounts: Policy<MakeProposal> = ({ lines }) => {
  for (const [index, { unitPrice }] of lines.entries()) {
    const isAmount = Number.isSafeInteger(unitPrice.amountMinor) && unitPrice.amountMinor >= 0;
    demand(isAmount, 'proposal.price-out-of-range', { at: ['lines', index, 'unitPrice', 'amountMinor'] });
  }
};

const pricesAreInOneCurrency: Policy<MakeProposal> = ({ lines }) =>
  demand(new Set(lines.map((line) => line.unitPrice.currency)).size <= 1, 'proposal.currencies-differ', {
    at: ['lines'],
  });

const pricesAreInTheCurrencyOfTheNeed: Policy<MakeProposal> = ({ lines, need: { currency } }) => {
  for (const [index, { unitPrice }] of lines.entries()) {
    demand(currency === null || unitPrice.currency === currency, 'proposal.other-currency', {
      at: ['lines', index, 'unitPrice', 'currency'],
      currency,
    });
  }
};

/** An assistant who fails a hard filter would be nobody's on the shortlist either. */
function demandQualified({ disqualification }: Offer): void {
  if (disqualification === null) return;
  const { filter, shortfall } = disqualification;
  const detail = shortfallText(filter, shortfall);
  demand(false, 'proposal.assistant-not-qualified', { at: ['assistantId'], rule: filter, detail, shortfall });
}

const theAssistantQualifies: Policy<MakeProposal> = ({ offer }) => demandQualified(offer);

const suggestionsAreFew: Policy<MakeProposal> = ({ suggestions }) =>
  demand(suggestions.length <= proposalBounds.suggestions, 'proposal.too-many-suggestions', {
    at: ['suggestions'],
    atMost: proposalBounds.suggestions,
  });

const suggestionIdsAreUnique: Policy<MakeProposal> = ({ suggestions }) =>
  demand(areDistinct(suggestions.map((suggestion) => suggestion.suggestionId)), 'proposal.suggestion-duplicated', {
    at: ['suggestions'],
  });

/** A suggestion says how it is, how it will be, and how one will see that. */
const suggestionsAreMeasurable: Policy<MakeProposal> = ({ suggestions }) => {
  for (const [index, suggestion] of suggestions.entries()) {
    for (const field of ['suggestionId', 'title', 'baseline', 'expectedEffect', 'measure'] as const) {
      const at = ['suggestions', index, field];
      demand(!isBlank(suggestion[field]), 'proposal.suggestion-incomplete', { at });
    }
    const at = ['suggestions', index, 'suggestionId'];
    demand(isOwnName(suggestion.suggestionId), 'proposal.bad-suggestion-id', { at });
    if (suggestion.target) demandMeasurable(suggestion.target, ['suggestions', index, 'target']);
  }
};

const theMessageIsBounded: Policy<MakeProposal> = ({ message }) =>
  demand(textLength(message) <= proposalBounds.messageCharacters, 'proposal.message-too-long', {
    at: ['message'],
    atMost: proposalBounds.messageCharacters,
  });

export const makePolicies: readonly Policy<MakeProposal>[] = [
  theAgencyIsVerified,
  theAssistantIsTheAgencys,
  theAssistantIsListed,
  theNeedIsPosted,
  theAgencyMayAnswer,
  theAgencyOffersAFew,
  linesArePricedOnce,
  onlyLinesOfTheNeedArePriced,
  everyLineIsPriced,
  pricesAreAmounts,
  pricesAreInOneCurrency,
  pricesAreInTheCurrencyOfTheNeed,
  suggestionsAreFew,
  suggestionsAreMeasurable,
  suggestionIdsAreUnique,
  theMessageIsBounded,
  theAssistantQualifies,
];

type Step<Command> = { readonly command: Command; readonly proposal: Proposal };

const isByTheBusiness: Policy<Step<{ readonly by: Party }>> = ({ command, proposal }) =>
  demand(command.by.organisationId === proposal.businessId, 'proposal.not-the-business');

const isByTheAgency: Policy<Step<{ readonly by: Party }>> = ({ command, proposal }) =>
  demand(command.by.organisationId === proposal.agencyId, 'proposal.not-the-agency');

const isOpen: Policy<Step<unknown>> = ({ proposal }) =>
  demand(proposal.status === 'open', 'proposal.not-open', { status: proposal.status });

const onlyItsOwnSuggestions: Policy<Step<AdoptSuggestions>> = ({ command, proposal }) => {
  for (const [index, suggestionId] of command.suggestionIds.entries()) {
    const known = proposal.suggestions.some((suggestion) => suggestion.suggestionId === suggestionId);
    demand(known, 'proposal.suggestion-unknown', { at: ['suggestionIds', index], suggestionId });
  }
};

const theNeedIsStillPosted: Policy<Step<AcceptProposal>> = ({ command }) =>
  demand(command.need.posted, 'proposal.need-not-posted');

/** Prices were given for other lines than those that the need has now. */
const theNeedHasTheSameLines: Policy<Step<AcceptProposal>> = ({ command: { need }, proposal: { lines } }) => {
  const same = need.lineIds.length === lines.length && lines.every((line) => need.lineIds.includes(line.lineId));
  demand(same, 'proposal.need-changed');
};

const theAgencyStillOffers: Policy<Step<AcceptProposal>> = ({ command: { offer } }) => {
  demand(offer.agencyStatus === 'verified', 'proposal.agency-not-verified');
  demand(offer.assistantStatus === 'published', 'proposal.assistant-not-published');
  demandQualified(offer);
};

const theReasonIsBounded: Policy<Step<{ readonly reason: string | null }>> = ({ command: { reason } }) =>
  demand(textLength(reason ?? '') <= proposalBounds.reasonCharacters, 'proposal.reason-too-long', {
    at: ['reason'],
    atMost: proposalBounds.reasonCharacters,
  });

export const adoptPolicies: readonly Policy<Step<AdoptSuggestions>>[] = [
  isByTheBusiness,
  isOpen,
  onlyItsOwnSuggestions,
];
export const acceptProposalPolicies: readonly Policy<Step<AcceptProposal>>[] = [
  isByTheBusiness,
  isOpen,
  theNeedIsStillPosted,
  theNeedHasTheSameLines,
  theAgencyStillOffers,
];
export const declinePolicies: readonly Policy<Step<{ readonly by: Party; readonly reason: string | null }>>[] = [
  isByTheBusiness,
  isOpen,
  theReasonIsBounded,
];
export const withdrawPolicies: readonly Policy<Step<{ readonly by: Party }>>[] = [isByTheAgency, isOpen];
