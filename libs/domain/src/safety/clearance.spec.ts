import { refusalOf } from '../refusals.examples.js';
import type { AgencyId, AssistantId, ClearanceId, UserId } from '../ids.js';
import type { ChecklistItem, ClearanceTemplate, Jurisdiction } from './clearance-template.js';
import { decideClearance, evolveClearance } from './clearance-decisions.js';
import { jurisdictionOf } from './cleared-workplace.js';
import type {
  Clearance,
  ClearanceCommand,
  ClearanceContext,
  ClearanceFact,
  GrantClearance,
  WorkplaceReport,
} from './clearance.js';

const now = '2026-03-02T09:00:00.000Z';
const later = '2026-03-09T09:00:00.000Z';
const clearanceId = '01900000-0000-7000-8000-000000000031' as ClearanceId;
const assistantId = '01900000-0000-7000-8000-000000000011' as AssistantId;
const agencyId = '01900000-0000-7000-8000-000000000001' as AgencyId;
const [assessorId, assistantUserId] = [
  '01900000-0000-7000-8000-00000000000c',
  '01900000-0000-7000-8000-00000000000d',
] as [UserId, UserId];
const itemOf = (code: string, more: Partial<ChecklistItem> = {}): ChecklistItem => {
  const question = { en: `Is the ${code} in order?`, es: '¿Está en orden?', ca: 'Està en ordre?' };
  return { code, question, source: 'RD 488/1997', critical: false, mayNotApply: false, ...more };
};
const items = [itemOf('chair'), itemOf('footrest', { mayNotApply: true }), itemOf('electrical', { critical: true })];
const templateOf = (jurisdiction: Jurisdiction): ClearanceTemplate => {
  return { jurisdiction, version: 1, title: itemOf('workplace').question, legalBasis: ['RD 488/1997'], items };
};
const templates = { uk: templateOf('uk'), es: templateOf('es'), eu: templateOf('eu'), us: templateOf('us') };
const context = {
  assistantUserId,
  countryCode: 'ES',
  timeZone: 'Europe/Madrid',
  maxValidMonths: 12,
  templates,
  trainedOn: null,
};

const answers = items.map(({ code }) => ({ itemCode: code, answer: 'yes' as const, note: null }));
const withAnswer = (itemCode: string, answer: 'yes' | 'no' | 'not-applicable'): WorkplaceReport['answers'] =>
  answers.map((given) => (given.itemCode === itemCode ? { ...given, answer } : given));
const report: WorkplaceReport = { answers, trainingCompletedOn: '2026-02-20', evidenceSha256: 'a'.repeat(64) };
const requestOf = (changes: Partial<WorkplaceReport>, jurisdiction: 'es' | 'uk' = 'es'): ClearanceCommand => ({
  type: 'requestClearance',
  clearanceId,
  assistantId,
  agencyId,
  jurisdiction,
  countryCode: jurisdiction === 'uk' ? 'GB' : 'ES',
  report: { ...report, ...changes },
  now,
});
const requested: ClearanceFact = {
  type: 'clearanceRequested',
  clearanceId,
  assistantId,
  agencyId,
  jurisdiction: 'es',
  countryCode: 'ES',
  templateVersion: 1,
  ...report,
  requestedAt: now,
};
const assessor = { userId: assessorId, name: 'Rosa Pons' };
const validUntil = '2027-03-09T09:00:00.000Z';
const grant: GrantClearance = { type: 'grantClearance', assessor, openActions: [], validUntil, now: later };
const granted: ClearanceFact = { type: 'clearanceGranted', assessor, openActions: [], validUntil, grantedAt: later };
const voided: ClearanceFact = { type: 'clearanceVoided', reason: 'moved', voidedAt: later };

const given = (...facts: ClearanceFact[]) => facts.reduce<Clearance | null>(evolveClearance, null);
const decide = (command: ClearanceCommand, ...facts: ClearanceFact[]) =>
  decideClearance(command, given(...facts), context);

describe('a safety clearance', () => {
  it('is requested, amended, granted by a person with a name, and voided', () => {
    expect(decide(requestOf({}))).toEqual([requested]);
    const unfinished = decide(requestOf({ answers: [], trainingCompletedOn: null, evidenceSha256: null }));
    expect(decide({ type: 'amendClearance', report, now: later }, ...unfinished)).toEqual([
      { type: 'clearanceAmended', ...report, amendedAt: later },
    ]);
    expect(decide(grant, requested)).toEqual([granted]);
    expect(given(requested, granted)).toMatchObject({ status: 'granted', assessor, validUntil, grantedAt: later });
    expect(decide({ type: 'voidClearance', reason: 'moved', now: later }, requested, granted)).toEqual([voided]);
    expect(given(requested, granted, voided)).toMatchObject({ status: 'voided', reason: 'moved' });
    expect(decide({ type: 'voidClearance', reason: 'withdrawn', now: later }, requested)).toHaveLength(1);
  });

  it('may be granted while something is to be put right by a date, and closes that', () => {
    const openActions = [{ itemCode: 'chair', description: 'A chair with a back that tilts', dueOn: '2026-04-01' }];
    const facts = decide(requestOf({ answers: withAnswer('chair', 'no') }));
    const [fact] = decide({ ...grant, openActions }, ...facts);
    expect(fact).toEqual({ ...granted, openActions });
    const closing: ClearanceCommand = {
      type: 'closeClearanceAction',
      itemCode: 'chair',
      note: 'delivered',
      now: later,
    };
    const closedNow = decide(closing, ...facts, fact!);
    expect(closedNow).toEqual([
      { type: 'clearanceActionClosed', itemCode: 'chair', note: 'delivered', closedAt: later },
    ]);
    expect(given(...facts, fact!, ...closedNow)).toMatchObject({ status: 'granted', openActions: [] });
    expect(() => decide(closing, ...facts, fact!, ...closedNow)).toThrow('clearance.unknown-action');
    expect(() => decide({ ...closing, note: '' }, ...facts, fact!)).toThrow('clearance.note-missing');
  });

  it.each<[string, Partial<WorkplaceReport>]>([
    ['clearance.unknown-item', { answers: [{ itemCode: 'sauna', answer: 'yes', note: null }] }],
    ['clearance.item-twice', { answers: [...answers, answers[0]!] }],
    ['clearance.bad-answer', { answers: withAnswer('chair', 'not-applicable') }],
    ['clearance.bad-answer', { answers: withAnswer('chair', 'perhaps' as 'no') }],
    ['clearance.bad-evidence', { evidenceSha256: 'photo.jpg' }],
    ['clearance.training-in-the-future', { trainingCompletedOn: '2026-03-04' }],
    ['time.bad-date', { trainingCompletedOn: '2026-02-31' }],
  ])('is refused with %s when it is requested or amended', (code, changes) => {
    expect(() => decide(requestOf(changes))).toThrow(code);
    expect(() => decide({ type: 'amendClearance', report: { ...report, ...changes }, now }, requested)).toThrow(code);
  });

  it('lasts as long as the policy allows where the assessor says nothing else', () => {
    const [fact] = decideClearance({ ...grant, validUntil: null }, given(requested), context);
    expect(fact).toMatchObject({ type: 'clearanceGranted', validUntil });
  });

  it('is asked for by the checklist of the place where the assistant works', () => {
    const elsewhere: ClearanceCommand = { ...requestOf({}, 'uk'), countryCode: 'ES' } as ClearanceCommand;
    expect(() => decide(elsewhere)).toThrow('clearance.other-jurisdiction');
    expect(['GB', 'ES', 'US', 'PT', 'PH'].map(jurisdictionOf)).toEqual(['uk', 'es', 'us', 'eu', 'eu']);
  });

  it('is not granted for a place where she works no more', () => {
    const moved = { ...context, countryCode: 'PT' };
    expect(refusalOf(() => decideClearance(grant, given(requested), moved))).toBe('clearance.workplace-moved');
  });

  it('has a checklist for the jurisdictions that are known', () => {
    expect(() => decide(requestOf({}, 'fr' as 'es'))).toThrow('clearance.unknown-jurisdiction');
  });

  it.each<[string, Partial<WorkplaceReport>, Partial<GrantClearance>]>([
    ['clearance.no-assessor', {}, { assessor: { userId: assessorId, name: ' ' } }],
    ['clearance.self-assessed', {}, { assessor: { userId: assistantUserId, name: 'Núria' } }],
    ['clearance.item-unanswered', { answers: answers.slice(1) }, {}],
    ['clearance.critical-item-refused', { answers: withAnswer('electrical', 'no') }, {}],
    ['clearance.no-training', { trainingCompletedOn: null }, {}],
    ['clearance.no-evidence', { evidenceSha256: null }, {}],
    ['clearance.action-missing', { answers: withAnswer('chair', 'no') }, {}],
    [
      'clearance.bad-action',
      {},
      { openActions: [{ itemCode: 'chair', description: 'new chair', dueOn: '2026-04-01' }] },
    ],
    [
      'clearance.bad-action',
      { answers: withAnswer('chair', 'no') },
      { openActions: [{ itemCode: 'chair', description: 'new chair', dueOn: '2026-03-01' }] },
    ],
    ['clearance.already-over', {}, { validUntil: later }],
    ['clearance.too-long', {}, { validUntil: '2027-03-09T09:00:00.001Z' }],
    ['time.bad-instant', {}, { validUntil: 'next year' }],
  ])('is not granted: %s', (code, reported, granting) => {
    const facts = decide(requestOf(reported));
    expect(() => decide({ ...grant, ...granting }, ...facts)).toThrow(code);
  });

  it.each<[string, ClearanceFact[], ClearanceCommand]>([
    ['clearance.already-requested', [requested], requestOf({})],
    ['clearance.not-found', [], grant],
    ['clearance.not-open', [requested, granted], grant],
    ['clearance.not-open', [requested, granted], { type: 'amendClearance', report, now }],
    ['clearance.not-granted', [requested], { type: 'closeClearanceAction', itemCode: 'chair', note: 'done', now }],
    ['clearance.already-voided', [requested, voided], { type: 'voidClearance', reason: 'moved', now }],
    ['clearance.bad-reason', [requested], { type: 'voidClearance', reason: 'rain' as 'moved', now }],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decide(command, ...facts)).toThrow(code);
  });

  const reviewed = (at: string, changes: Partial<ClearanceContext> = {}, ...facts: ClearanceFact[]) =>
    decideClearance({ type: 'reviewClearance', now: at }, given(requested, granted, ...facts), {
      ...context,
      ...changes,
    });
  const reminded = (daysLeft: 30 | 7): ClearanceFact => ({ type: 'clearanceExpiring', daysLeft, remindedAt: later });

  it('reminds of its end 30 and 7 days before, once each', () => {
    expect(reviewed('2027-02-07T08:59:59.999Z')).toEqual([]);
    const first = '2027-02-07T09:00:00.000Z';
    expect(reviewed(first)).toEqual([{ type: 'clearanceExpiring', daysLeft: 30, remindedAt: first }]);
    expect(reviewed(first, {}, reminded(30))).toEqual([]);
    const second = '2027-03-02T09:00:00.000Z';
    expect(reviewed(second, {}, reminded(30))).toMatchObject([{ daysLeft: 7 }]);
    // Nobody looked for weeks: what matters now is said, and not what would have mattered then.
    expect(reviewed(second)).toMatchObject([{ daysLeft: 7 }]);
    expect(reviewed(second, {}, reminded(30), reminded(7))).toEqual([]);
  });

  describe('with something to be put right', () => {
    const openActions = [{ itemCode: 'chair', description: 'A chair with a back that tilts', dueOn: '2026-04-10' }];
    const withAction: ClearanceFact = { ...granted, openActions };
    const due = (daysLeft: 30 | 7, remindedAt = later): ClearanceFact => ({
      type: 'clearanceActionDue',
      itemCode: 'chair',
      dueOn: '2026-04-10',
      daysLeft,
      remindedAt,
    });
    const looked = (at: string, timeZone: string, ...facts: ClearanceFact[]) =>
      decideClearance({ type: 'reviewClearance', now: at }, given(requested, withAction, ...facts), {
        ...context,
        timeZone,
      });

    it('reminds of it 30 and 7 days before, once each, by the days of the assistant’s calendar', () => {
      // Thirty days before the 10th of April is the 11th of March, and seven the 3rd of April; summer time begins in between in
      // Madrid, and ends there on Lord Howe Island; it had begun already in New York.
      for (const [timeZone, dayBefore, first, second] of [
        ['Europe/Madrid', '2026-03-10T22:59:59.000Z', '2026-03-10T23:00:00.000Z', '2026-04-02T22:00:00.000Z'],
        ['America/New_York', '2026-03-11T03:59:59.000Z', '2026-03-11T04:00:00.000Z', '2026-04-03T04:00:00.000Z'],
        ['Australia/Lord_Howe', '2026-03-10T12:59:59.000Z', '2026-03-10T13:00:00.000Z', '2026-04-02T13:00:00.000Z'],
      ] as const) {
        expect(looked(dayBefore, timeZone)).toEqual([]);
        expect(looked(first, timeZone)).toEqual([due(30, first)]);
        expect(looked(first, timeZone, due(30))).toEqual([]);
        expect(looked(second, timeZone, due(30))).toEqual([due(7, second)]);
        expect(looked(second, timeZone, due(30), due(7))).toEqual([]);
      }
    });

    it('reminds of what nobody looked at in time by what matters now, and of nothing that is done', () => {
      expect(looked('2026-04-20T09:00:00.000Z', 'Europe/Madrid')).toMatchObject([{ daysLeft: 7 }]);
      const closed: ClearanceFact = {
        type: 'clearanceActionClosed',
        itemCode: 'chair',
        note: 'Bought',
        closedAt: later,
      };
      expect(looked('2026-04-05T09:00:00.000Z', 'Europe/Madrid', closed)).toEqual([]);
    });
  });

  it('is void once it is over, and when another checklist holds', () => {
    expect(reviewed(validUntil)).toEqual([{ type: 'clearanceVoided', reason: 'expired', voidedAt: validUntil }]);
    const changed = { templates: { ...templates, es: { ...templateOf('es'), version: 2 } } };
    expect(reviewed(later, changed)).toMatchObject([{ reason: 'template-changed' }]);
    expect(reviewed(later, changed, voided)).toEqual([]);
  });

  it('takes the day of the training that was done here, where none is given', () => {
    const trained = { ...context, trainedOn: '2026-02-25' };
    const asked = (trainingCompletedOn: string | null) =>
      decideClearance(requestOf({ trainingCompletedOn }), null, trained);
    expect(asked(null)).toMatchObject([{ trainingCompletedOn: '2026-02-25' }]);
    expect(asked('2026-02-20')).toMatchObject([{ trainingCompletedOn: '2026-02-20' }]);
  });
});
