import type { AgencyId, AssistantId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideAssistant, evolveAssistant } from './assistant-decisions.js';
import { listing } from './assistant.examples.js';
import type { Assistant, AssistantCommand, AssistantContext, AssistantFact, ListingDetails } from './assistant.js';

const now = '2026-03-02T09:00:00.000Z';
const later = '2026-04-02T09:00:00.000Z';
const assistantId = '01900000-0000-7000-8000-000000000011' as AssistantId;
const agencyId = '01900000-0000-7000-8000-000000000001' as AgencyId;
const context: AssistantContext = {
  agencyStatus: 'verified',
  catalogue: {
    dutyCodes: new Set(['inbox-triage', 'receipt-filing']),
    retiredDutyCodes: new Set(['esco:telex']),
    skillCodes: new Set(['bookkeeping', 'email']),
  },
};
const drafted: AssistantFact = {
  type: 'assistantDrafted',
  assistantId,
  agencyId,
  listing,
  daysOff: [],
  draftedAt: now,
};
const listed: AssistantFact = { type: 'assistantListed', listedAt: now };
const withdrawn: AssistantFact = { type: 'assistantWithdrawn', reason: 'maternity leave', withdrawnAt: later };
const paused: AssistantFact = { type: 'assistantPaused', pausedAt: later };
const resumed: AssistantFact = { type: 'assistantResumed', resumedAt: later };

const given = (...facts: AssistantFact[]) => facts.reduce<Assistant | null>(evolveAssistant, null);
const draftOf = (changes: Partial<ListingDetails>): AssistantCommand => ({
  type: 'draftAssistant',
  assistantId,
  agencyId,
  listing: { ...listing, ...changes },
  daysOff: [],
  now,
});
const edit = (changes: Partial<ListingDetails>): AssistantCommand => ({ type: 'editAssistant', changes, now: later });
const publish: AssistantCommand = { type: 'publishAssistant', now: later };
const withdraw: AssistantCommand = { type: 'withdrawAssistant', reason: 'on leave', now: later };
const pause: AssistantCommand = { type: 'pauseAssistant', now: later };
const resume: AssistantCommand = { type: 'resumeAssistant', now: later };
const decide = (command: AssistantCommand, ...facts: AssistantFact[]) =>
  decideAssistant(command, given(...facts), context);

describe('an assistant of an agency', () => {
  it('is drafted, even before everything is known', () => {
    expect(decide(draftOf({}))).toEqual([drafted]);
    expect(decide(draftOf({ dutyCodes: [], languages: [], weeklyHours: [], weeklyCapacityMinutes: 0 }))).toHaveLength(
      1,
    );
  });

  it('is listed, edited, withdrawn and listed again, and keeps the day of the first listing', () => {
    expect(decide({ ...publish, now }, drafted)).toEqual([listed]);
    expect(decide(edit({ professionalTitle: 'virtual assistant' }), drafted, listed)).toEqual([
      { type: 'assistantEdited', listing: { ...listing, professionalTitle: 'virtual assistant' }, editedAt: later },
    ]);
    expect(decide(withdraw, drafted, listed)).toEqual([
      { type: 'assistantWithdrawn', reason: 'on leave', withdrawnAt: later },
    ]);
    const again = decide(publish, drafted, listed, withdrawn);
    expect(given(drafted, listed, withdrawn)).toMatchObject({ status: 'withdrawn', withdrawnAt: later, listedAt: now });
    expect(given(drafted, listed, withdrawn, ...again)).toMatchObject({ status: 'published', listedAt: now });
  });

  it('is paused and resumed, and keeps the day of the first listing', () => {
    expect(decide(pause, drafted, listed)).toEqual([paused]);
    expect(given(drafted, listed, paused)).toMatchObject({ status: 'paused', listedAt: now, pausedAt: later });
    expect(decide(resume, drafted, listed, paused)).toEqual([resumed]);
    expect(given(drafted, listed, paused, resumed)).toEqual(given(drafted, listed));
  });

  it('is edited and withdrawn while paused', () => {
    expect(decide(edit({ weeklyHours: [] }), drafted, listed, paused)).toHaveLength(1);
    expect(given(drafted, listed, paused, ...decide(withdraw, drafted, listed, paused))).toMatchObject({
      status: 'withdrawn',
      listedAt: now,
    });
  });

  it('goes on offering a duty that was retired, and can not begin to', () => {
    const before: AssistantFact = { ...drafted, listing: { ...listing, dutyCodes: ['esco:telex'] } };
    expect(decide(publish, before)).toHaveLength(1);
    expect(decide(edit({ dutyCodes: ['inbox-triage', 'esco:telex'] }), before, listed)).toHaveLength(1);
    const begun = () => decide(edit({ dutyCodes: ['inbox-triage', 'esco:telex'] }), drafted);
    expect(refusalOf(begun)).toBe('assistant.duty-retired dutyCodes.1');
  });

  it('says nothing when an edit changes nothing', () => {
    expect(decide(edit({ externalRef: 'N-7', skills: [{ level: 4, skillCode: 'email' }] }), drafted)).toEqual([]);
  });

  it('takes days off, those that touch as one', () => {
    const daysOff = [
      { from: '2026-08-10', to: '2026-08-14' },
      { from: '2026-12-24', to: '2026-12-26' },
      { from: '2026-08-01', to: '2026-08-09' },
    ];
    const [fact] = decide({ type: 'setDaysOff', daysOff, now }, drafted);
    expect(fact).toEqual({
      type: 'assistantDaysOffChanged',
      daysOff: [
        { from: '2026-08-01', to: '2026-08-14' },
        { from: '2026-12-24', to: '2026-12-26' },
      ],
      changedAt: now,
    });
    expect(decide({ type: 'setDaysOff', daysOff, now }, drafted, fact!)).toEqual([]);
  });

  it.each<[string, Partial<ListingDetails>]>([
    ['assistant.name-missing', { displayName: ' ' }],
    ['assistant.title-missing', { professionalTitle: '' }],
    ['assistant.bad-country', { countryCode: 'Spain' }],
    ['time.unknown-zone', { timeZone: 'Madrid' }],
    ['assistant.unknown-skill', { skills: [{ skillCode: 'juggling', level: 3 }] }],
    ['assistant.bad-skill-level', { skills: [{ skillCode: 'email', level: 6 }] }],
    [
      'assistant.skill-twice',
      {
        skills: [
          { skillCode: 'email', level: 3 },
          { skillCode: 'email', level: 4 },
        ],
      },
    ],
    ['assistant.unknown-duty', { dutyCodes: ['dog-walking'] }],
    ['assistant.duty-retired', { dutyCodes: ['esco:telex'] }],
    ['assistant.duty-twice', { dutyCodes: ['inbox-triage', 'inbox-triage'] }],
    ['assistant.bad-language', { languages: [{ language: 'CAT', level: 'C1' }] }],
    ['assistant.bad-language-level', { languages: [{ language: 'ca', level: 'C3' as 'C2' }] }],
    [
      'assistant.language-twice',
      {
        languages: [
          { language: 'ca', level: 'C1' },
          { language: 'ca', level: 'C2' },
        ],
      },
    ],
    ['money.unknown-currency', { hourlyRate: { amountMinor: 1000, currency: 'XXX' as 'EUR' } }],
    ['money.not-an-integer', { hourlyRate: { amountMinor: 10.5, currency: 'EUR' } }],
    ['assistant.rate-not-positive', { hourlyRate: { amountMinor: 0, currency: 'EUR' } }],
    ['time.bad-hours', { weeklyHours: [{ weekday: 1, start: '14:00', end: '09:00' }] }],
    ['assistant.bad-capacity', { weeklyCapacityMinutes: 10_081 }],
    ['assistant.external-ref-missing', { externalRef: '' }],
  ])('is refused with %s in a draft and in an edit', (code, changes) => {
    expect(() => decide(draftOf(changes))).toThrow(code);
    expect(() => decide(edit(changes), drafted)).toThrow(code);
  });

  it.each<[string, Partial<ListingDetails>]>([
    ['assistant.no-duties', { dutyCodes: [] }],
    ['assistant.no-languages', { languages: [] }],
    ['assistant.no-hours', { weeklyHours: [] }],
    ['assistant.no-capacity', { weeklyCapacityMinutes: 0 }],
  ])('is not published with %s, nor edited to be so while published', (code, changes) => {
    expect(() => decide(publish, ...decide(draftOf(changes)))).toThrow(code);
    expect(() => decide(edit(changes), drafted, listed)).toThrow(code);
    expect(decide(edit(changes), drafted, listed, withdrawn)).toHaveLength(1);
    const whilePaused = decide(edit(changes), drafted, listed, paused);
    expect(() => decide(resume, drafted, listed, paused, ...whilePaused)).toThrow(code);
  });

  it.each(['registered', 'suspended'] as const)('is not published by a %s agency', (agencyStatus) => {
    const refused = () => decideAssistant(publish, given(drafted), { ...context, agencyStatus });
    expect(refused).toThrow('assistant.agency-not-verified');
    const again = () => decideAssistant(resume, given(drafted, listed, paused), { ...context, agencyStatus });
    expect(again).toThrow('assistant.agency-not-verified');
  });

  it.each<[string, AssistantFact[], AssistantCommand]>([
    ['assistant.already-drafted', [drafted], draftOf({})],
    ['assistant.not-found', [], publish],
    ['assistant.already-published', [drafted, listed], publish],
    ['assistant.not-published', [drafted], withdraw],
    ['assistant.not-published', [drafted, listed, withdrawn], withdraw],
    ['assistant.not-published', [drafted], pause],
    ['assistant.not-published', [drafted, listed, withdrawn], pause],
    ['assistant.already-paused', [drafted, listed, paused], pause],
    ['assistant.not-paused', [drafted, listed], resume],
    ['assistant.not-paused', [drafted, listed, withdrawn], resume],
    ['assistant.paused', [drafted, listed, paused], publish],
    ['assistant.reason-missing', [drafted, listed], { ...withdraw, reason: ' ' }],
    ['time.bad-date', [drafted], { type: 'setDaysOff', daysOff: [{ from: '2026-02-29', to: '2026-03-01' }], now }],
    ['time.bad-range', [drafted], { type: 'setDaysOff', daysOff: [{ from: '2026-03-02', to: '2026-03-01' }], now }],
    [
      'assistant.too-many-days-off',
      [drafted],
      {
        type: 'setDaysOff',
        daysOff: Array.from({ length: 201 }, () => ({ from: '2026-03-01', to: '2026-03-01' })),
        now,
      },
    ],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decide(command, ...facts)).toThrow(code);
  });
});
