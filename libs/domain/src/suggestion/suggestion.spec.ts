import type { AgencyId, AssistantId, BusinessId, EngagementId, NeedId, OrganisationId } from '../ids.js';
import type { SuggestionTarget } from '../proposal/suggestion.js';
import { countedFromRuns, countedFromWaits } from './counted-effect.js';
import { decideAboutEffect, decideEffect, evolveEffect, verdictOf } from './suggestion-effect-decisions.js';
import type { SuggestionEffect, SuggestionEffectCommand, SuggestionEffectId } from './suggestion-effect.js';
import { adoptedOf, decideAboutRequest, decideRequest, evolveRequest } from './suggestion-request-decisions.js';
import type {
  AnsweredSuggestion,
  AskForSuggestions,
  GiveSuggestions,
  SuggestionRequest,
  SuggestionRequestCommand,
  SuggestionRequestId,
} from './suggestion-request.js';

const now = '2026-11-30T09:00:00.000Z';
const party = (organisationId: string) => ({ organisationId: organisationId as OrganisationId, userId: null });
const [agency, business] = [party('agency'), party('business')];
const line = {
  lineId: 'inbox',
  dutyCode: 'inbox-triage',
  volume: 5,
  cadence: 'weekly' as const,
  doneCriterion: '',
  importance: 2,
};
const asking: AskForSuggestions = {
  type: 'askForSuggestions',
  requestId: 'request' as SuggestionRequestId,
  by: business,
  need: {
    needId: 'need' as NeedId,
    businessId: 'business' as BusinessId,
    status: 'posted',
    lines: [line],
    context: { sector: 'dentist', tools: ['gmail'], currentFirstResponseMinutes: 300 },
    excludedAgencyIds: [],
  },
  agency: { agencyId: 'agency' as AgencyId, status: 'verified' },
  isEngaged: false,
  measured: null,
  question: null,
  now,
};
const target: SuggestionTarget = { metric: 'response-median', dutyCode: null, unit: null, baseline: 240, expected: 60 };
const templates: AnsweredSuggestion = {
  suggestionId: 's1',
  title: 'Answers kept ready',
  baseline: 'Each is written anew',
  expectedEffect: 'Within an hour',
  measure: 'The median of the first answer',
  effort: 'Six hours, once',
  target,
};
const give: GiveSuggestions = { type: 'giveSuggestions', by: agency, suggestions: [templates], now };
const ofTarget = (changes: Partial<SuggestionTarget>): GiveSuggestions => ({
  ...give,
  suggestions: [{ ...templates, target: { ...target, ...changes } }],
});
const asked = (changes: Partial<AskForSuggestions> = {}): SuggestionRequest =>
  decideRequest({ ...asking, ...changes }).reduce<SuggestionRequest | null>(evolveRequest, null)!;
const after = (request: SuggestionRequest, ...commands: SuggestionRequestCommand[]): SuggestionRequest =>
  commands.reduce(
    (known, command) => decideAboutRequest(command, known).reduce<SuggestionRequest>(evolveRequest, known),
    request,
  );
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a request for suggestions', () => {
  it('shows an agency what the business does, how much of it and how fast its customers are answered', () => {
    expect(asked().context).toEqual({
      sector: 'dentist',
      tools: ['gmail'],
      volumes: [{ dutyCode: 'inbox-triage', volume: 5, cadence: 'weekly' }],
      responseTime: { source: 'business', enquiries: null, medianMinutes: 300, p90Minutes: null },
    });
    const measured = { enquiries: 120, medianMinutes: 250, p90Minutes: 900 };
    expect(asked({ measured }).context.responseTime).toEqual({ source: 'enquiries', ...measured });
  });

  it.each<[string, Partial<AskForSuggestions>]>([
    ['suggestion-request.not-the-business', { by: agency }],
    ['suggestion-request.need-without-duties', { need: { ...asking.need, lines: [] } }],
    ['suggestion-request.need-closed', { need: { ...asking.need, status: 'closed' } }],
    ['suggestion-request.unknown-agency', { agency: { ...asking.agency, status: 'suspended' } }],
    ['suggestion-request.agency-excluded', { need: { ...asking.need, excludedAgencyIds: ['agency' as AgencyId] } }],
    ['suggestion-request.question-too-long', { question: 'o'.repeat(2_001) }],
  ])('is not made, as %s', (expected, changes) => {
    expect(() => decideRequest({ ...asking, ...changes })).toThrow(code(expected));
  });

  it('may be made to whoever works on a need that is closed', () => {
    expect(asked({ need: { ...asking.need, status: 'closed' }, isEngaged: true }).status).toBe('asked');
  });

  it.each<[string, SuggestionRequestCommand]>([
    ['suggestion-request.not-the-agency', { ...give, by: business }],
    ['suggestion-request.number-of-suggestions', { ...give, suggestions: [] }],
    ['suggestion-request.number-of-suggestions', { ...give, suggestions: Array.from({ length: 11 }, () => templates) }],
    ['suggestion-request.incomplete', { ...give, suggestions: [{ ...templates, effort: ' ' }] }],
    ['suggestion.nothing-expected', ofTarget({ expected: 240 })],
    ['suggestion.figure-out-of-range', ofTarget({ expected: 0.5 })],
    ['suggestion.figure-out-of-range', ofTarget({ metric: 'runs-on-time', dutyCode: 'inbox-triage', baseline: 101 })],
    ['suggestion.duty-of-figure', ofTarget({ dutyCode: 'inbox-triage' })],
    ['suggestion.duty-of-figure', ofTarget({ metric: 'run-minutes' })],
    ['suggestion.unit-of-figure', ofTarget({ metric: 'number' })],
    ['suggestion.unit-of-figure', ofTarget({ unit: 'calls a week' })],
    ['suggestion-request.duty-not-asked', ofTarget({ metric: 'run-minutes', dutyCode: 'bookkeeping' })],
    ['suggestion-request.not-the-agency', { type: 'declineRequest', by: business, now }],
    ['suggestion-request.not-the-business', { type: 'withdrawRequest', by: agency, now }],
    ['suggestion-request.not-answered', { type: 'takeUpSuggestions', by: business, suggestionIds: ['s1'], now }],
  ])('is not moved on, as %s', (expected, command) => {
    expect(() => decideAboutRequest(command, asked())).toThrow(code(expected));
  });

  it('is answered once, and what is adopted of the answer stays so', () => {
    const answered = after(asked(), give);
    expect(answered).toMatchObject({ status: 'answered', suggestions: [templates], adoptedSuggestionIds: [] });
    expect(() => decideAboutRequest(give, answered)).toThrow(code('suggestion-request.closed'));
    const takeUp = { type: 'takeUpSuggestions', by: business, suggestionIds: ['s1', 's1'], now } as const;
    const adopted = after(answered, takeUp, { ...takeUp, suggestionIds: [] });
    expect(adoptedOf(adopted)).toEqual([templates]);
    expect(decideAboutRequest(takeUp, adopted)).toEqual([]);
    const unknown = { ...takeUp, suggestionIds: ['s2'] };
    expect(() => decideAboutRequest(unknown, answered)).toThrow(code('suggestion-request.suggestion-unknown'));
    expect(() => decideAboutRequest({ ...takeUp, by: agency }, answered)).toThrow(
      code('suggestion-request.not-the-business'),
    );
  });

  it('is declined by the agency, or withdrawn by the business, and then it is over', () => {
    const declined = after(asked(), { type: 'declineRequest', by: agency, now });
    expect(declined).toMatchObject({ status: 'declined', closedAt: now });
    expect(adoptedOf(declined)).toEqual([]);
    const withdrawn = after(asked(), { type: 'withdrawRequest', by: business, now });
    expect(() => decideAboutRequest(give, withdrawn)).toThrow(code('suggestion-request.closed'));
  });
});

const engagement = {
  engagementId: 'engagement' as EngagementId,
  businessId: 'business' as BusinessId,
  agencyId: 'agency' as AgencyId,
  assistantId: 'assistant' as AssistantId,
};
const begun = (suggestion = templates as SuggestionEffect['suggestion']): SuggestionEffect =>
  decideEffect({
    type: 'beginEffect',
    effectId: 'effect' as SuggestionEffectId,
    engagement,
    suggestion,
    from: now,
  }).reduce<SuggestionEffect | null>(evolveEffect, null)!;
const later = (effect: SuggestionEffect, ...commands: SuggestionEffectCommand[]): SuggestionEffect =>
  commands.reduce(
    (known, command) => decideAboutEffect(command, known).reduce<SuggestionEffect>(evolveEffect, known),
    effect,
  );
const dueAt = '2026-12-30T09:00:00.000Z';
const measure = { type: 'measureEffect', counted: 50, now: dueAt } as const;
const tell = { type: 'tellEffect', by: business, value: 55, verdict: null, now: dueAt } as const;

describe('the effect of a suggestion', () => {
  it('is measured after thirty days, and not before', () => {
    expect(begun()).toMatchObject({ status: 'running', from: now, dueAt });
    expect(decideAboutEffect({ ...measure, now: '2026-12-30T08:59:59.999Z' }, begun())).toEqual([]);
    const measured = later(begun(), measure);
    expect(measured).toMatchObject({ status: 'measured', value: 50, verdict: 'reached', source: 'response-time' });
    expect(decideAboutEffect(measure, measured)).toEqual([]);
    expect(() => decideAboutEffect(tell, measured)).toThrow(code('suggestion-effect.measured-already'));
  });

  it('is told by the business where too little could be counted', () => {
    const due = later(begun(), { ...measure, counted: null });
    expect(due).toMatchObject({ status: 'due', since: dueAt });
    expect(later(due, tell)).toMatchObject({ status: 'measured', value: 55, verdict: 'reached', source: 'business' });
    expect(() => decideAboutEffect(tell, begun())).toThrow(code('suggestion-effect.too-soon'));
    for (const [expected, changes] of [
      ['suggestion-effect.not-the-business', { by: agency }],
      ['suggestion-effect.value-missing', { value: null }],
      ['suggestion-effect.value-out-of-range', { value: -1 }],
      ['suggestion-effect.verdict-follows', { verdict: 'reached' }],
    ] as const)
      expect(() => decideAboutEffect({ ...tell, ...changes }, due)).toThrow(code(expected));
  });

  it('is said in a word where the suggestion named no figure', () => {
    const { target: _, ...unmeasured } = templates;
    const due = later(begun(unmeasured), { ...measure, counted: null });
    expect(() => decideAboutEffect(tell, due)).toThrow(code('suggestion-effect.no-figure-named'));
    expect(() => decideAboutEffect({ ...tell, value: null }, due)).toThrow(code('suggestion-effect.verdict-missing'));
    const said = later(due, { ...tell, value: null, verdict: 'improved' });
    expect(said).toMatchObject({ status: 'measured', value: null, verdict: 'improved' });
  });

  it.each([
    [240, 60, 60, 'reached'],
    [240, 60, 10, 'reached'],
    [240, 60, 61, 'improved'],
    [240, 60, 240, 'not-improved'],
    [240, 60, 300, 'not-improved'],
    [70, 95, 95, 'reached'],
    [70, 95, 71, 'improved'],
    [70, 95, 60, 'not-improved'],
  ])('of %i to %i that came to %i is: %s', (baseline, expected, value, verdict) => {
    expect(verdictOf({ ...target, baseline, expected }, value)).toBe(verdict);
  });

  it('is counted from waits once there are twenty, and from runs once there are some', () => {
    const waits = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(countedFromWaits('response-median', waits)).toBe(10);
    expect(countedFromWaits('response-p90', waits)).toBe(18);
    expect(countedFromWaits('response-median', waits.slice(1))).toBeNull();
    expect(countedFromWaits('number', waits)).toBeNull();
    const none = { units: 0, minutes: 0, doneOnTimeBps: null, acceptedFirstTimeBps: null };
    const some = { units: 4, minutes: 50, doneOnTimeBps: 6_667, acceptedFirstTimeBps: 10_000 };
    expect(countedFromRuns('run-minutes', some)).toBe(13);
    expect(countedFromRuns('runs-on-time', some)).toBe(67);
    expect(countedFromRuns('runs-accepted-first-time', some)).toBe(100);
    for (const metric of ['run-minutes', 'runs-on-time', 'runs-accepted-first-time', 'number'] as const)
      expect(countedFromRuns(metric, none)).toBeNull();
  });
});
