import { isBlank, textLength } from '#text';
import type { Party } from '../organisation/party.js';
import { demand, type Policy } from '../policy.js';
import { demandMeasurable } from '../proposal/suggestion.js';
import type { AskForSuggestions, GiveSuggestions, SuggestionRequest, TakeUpSuggestions } from './suggestion-request.js';

export const suggestionRequestBounds = { questionCharacters: 2_000, suggestions: 10 } as const;

export const askingPolicies: readonly Policy<AskForSuggestions>[] = [
  function theNeedIsTheBusinesss({ by, need }) {
    demand(by.organisationId === need.businessId, 'suggestion-request.not-the-business');
  },
  function theNeedSaysWhatItIsAbout({ need }) {
    demand(need.lines.length > 0, 'suggestion-request.need-without-duties', { at: ['needId'] });
  },
  function theNeedIsOpenOrWorkedOn({ need, isEngaged }) {
    demand(need.status !== 'closed' || isEngaged, 'suggestion-request.need-closed', { at: ['needId'] });
  },
  function theAgencyIsVerified({ agency: { status } }) {
    demand(status === 'verified', 'suggestion-request.unknown-agency', { at: ['agencyIds'] });
  },
  function theAgencyIsNotExcluded({ need, agency: { agencyId } }) {
    demand(!need.excludedAgencyIds.includes(agencyId), 'suggestion-request.agency-excluded', { at: ['agencyIds'] });
  },
  function theQuestionIsBounded({ question }) {
    const atMost = suggestionRequestBounds.questionCharacters;
    demand(textLength(question ?? '') <= atMost, 'suggestion-request.question-too-long', { at: ['question'], atMost });
  },
];

type Step<Command> = { readonly command: Command; readonly request: SuggestionRequest };

const isByTheAgency: Policy<Step<{ readonly by: Party }>> = ({ command, request }) =>
  demand(command.by.organisationId === request.agencyId, 'suggestion-request.not-the-agency');
const isByTheBusiness: Policy<Step<{ readonly by: Party }>> = ({ command, request }) =>
  demand(command.by.organisationId === request.businessId, 'suggestion-request.not-the-business');
const isWaiting: Policy<Step<unknown>> = ({ request: { status } }) =>
  demand(status === 'asked', 'suggestion-request.closed', { status });

const thereAreSome: Policy<Step<GiveSuggestions>> = ({ command: { suggestions } }) => {
  const atMost = suggestionRequestBounds.suggestions;
  const isWithin = suggestions.length >= 1 && suggestions.length <= atMost;
  demand(isWithin, 'suggestion-request.number-of-suggestions', { at: ['suggestions'], atLeast: 1, atMost });
};

/** How it is, how it will be, how one will see that, and what it takes: one that leaves something out is an advertisement. */
const eachIsComplete: Policy<Step<GiveSuggestions>> = ({ command: { suggestions } }) => {
  for (const [index, suggestion] of suggestions.entries())
    for (const field of ['title', 'baseline', 'expectedEffect', 'measure', 'effort'] as const)
      demand(!isBlank(suggestion[field]), 'suggestion-request.incomplete', { at: ['suggestions', index, field] });
};

const eachCanBeMeasured: Policy<Step<GiveSuggestions>> = ({ command: { suggestions }, request }) => {
  const duties = new Set(request.context.volumes.map(({ dutyCode }) => dutyCode));
  for (const [index, { target }] of suggestions.entries()) {
    const at = ['suggestions', index, 'target'];
    demandMeasurable(target, at);
    const { dutyCode } = target;
    const isAsked = dutyCode === null || duties.has(dutyCode);
    demand(isAsked, 'suggestion-request.duty-not-asked', { at: [...at, 'dutyCode'], dutyCode });
  }
};

const onlyItsOwnAreAdopted: Policy<Step<TakeUpSuggestions>> = ({ command: { suggestionIds }, request }) => {
  demand(request.status === 'answered', 'suggestion-request.not-answered', { status: request.status });
  for (const [index, id] of suggestionIds.entries()) {
    const isKnown = request.suggestions.some(({ suggestionId }) => suggestionId === id);
    demand(isKnown, 'suggestion-request.suggestion-unknown', { at: ['suggestionIds', index], suggestionId: id });
  }
};

export const givingPolicies: readonly Policy<Step<GiveSuggestions>>[] = [
  isByTheAgency,
  isWaiting,
  thereAreSome,
  eachIsComplete,
  eachCanBeMeasured,
];
export const decliningPolicies: readonly Policy<Step<{ readonly by: Party }>>[] = [isByTheAgency, isWaiting];
export const withdrawingPolicies: readonly Policy<Step<{ readonly by: Party }>>[] = [isByTheBusiness, isWaiting];
export const takingUpPolicies: readonly Policy<Step<TakeUpSuggestions>>[] = [isByTheBusiness, onlyItsOwnAreAdopted];
