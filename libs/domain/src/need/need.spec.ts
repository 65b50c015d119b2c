import type { AgencyId, BusinessId, NeedId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideNeed, evolveNeed } from './need-decisions.js';
import { blankNeed } from './need-writing.js';
import type { Need, NeedCommand, NeedDetails, NeedFact, NeedHours, NeedLine } from './need.js';

const now = '2026-03-02T09:00:00.000Z';
const later = '2026-03-05T09:00:00.000Z';
const needId = '01900000-0000-7000-8000-000000000021' as NeedId;
const businessId = '01900000-0000-7000-8000-000000000002' as BusinessId;
const [agencyA, agencyB] = ['a', 'b'].map((end) => `01900000-0000-7000-8000-00000000010${end}` as AgencyId) as [
  AgencyId,
  AgencyId,
];
const context = {
  catalogue: {
    dutyCodes: new Set(['inbox-triage']),
    retiredDutyCodes: new Set(['esco:telex']),
    skillCodes: new Set(['email']),
  },
};

const line: NeedLine = {
  lineId: 'l1',
  dutyCode: 'inbox-triage',
  volume: 5,
  cadence: 'weekly',
  doneCriterion: 'Nothing older than a day is unread',
  importance: 3,
};
const weekly: NeedHours = {
  kind: 'weekly',
  timeZone: 'Europe/Madrid',
  weekly: [{ weekday: 1, start: '09:00', end: '11:00' }],
};
const details: NeedDetails = {
  words: { text: 'la bústia em menja els matins', language: 'ca' },
  lines: [line],
  requiredSkills: [{ skillCode: 'email', minLevel: 3, importance: 2 }],
  preferredSkills: [],
  requiredLanguages: [{ language: 'ca', minLevel: 'B2' }],
  hours: weekly,
  startsOn: '2026-04-01',
  endsOn: '2026-06-30',
  minOverlapMinutesPerWeek: 120,
  hourlyRateCap: { amountMinor: 2500, currency: 'EUR' },
  channels: ['email', 'chat'],
  context: { sector: 'bakery', tools: ['gmail'], currentFirstResponseMinutes: 600 },
  openToProposals: true,
  invitedAgencyIds: [],
  excludedAgencyIds: [],
};
const { words, context: known, openToProposals } = details;
const onlyWords: NeedDetails = { ...blankNeed, words, context: known, openToProposals };
const drafted: NeedFact = { type: 'needDrafted', needId, businessId, details, draftedAt: now };
const posted = { type: 'needPosted', details, postedAt: now } as NeedFact;
const closed: NeedFact = { type: 'needClosed', reason: 'fulfilled', closedAt: later };

const given = (...facts: NeedFact[]) => facts.reduce<Need | null>(evolveNeed, null);
const draft = (changes: Partial<NeedDetails>): NeedCommand => ({
  type: 'draftNeed',
  needId,
  businessId,
  details: { ...details, ...changes },
  now,
});
const edit = (changes: Partial<NeedDetails>): NeedCommand => ({ type: 'editNeed', changes, now: later });
const post: NeedCommand = { type: 'postNeed', now };
const invite = (...agencyIds: AgencyId[]): NeedCommand => ({ type: 'inviteAgencies', agencyIds, now });
const decide = (command: NeedCommand, ...facts: NeedFact[]) => decideNeed(command, given(...facts), context);

describe('a need of a business', () => {
  it('may begin with nothing but words', () => {
    expect(decideNeed({ ...draft({}), details: onlyWords } as NeedCommand, null, context)).toEqual([
      { ...drafted, details: onlyWords },
    ]);
  });

  it('is posted, edited, and closed', () => {
    expect(decide(post, drafted)).toEqual([posted]);
    expect(decide(edit({ endsOn: '2026-07-31' }), drafted, posted)).toEqual([
      { type: 'needEdited', details: { ...details, endsOn: '2026-07-31' }, editedAt: later },
    ]);
    expect(decide({ type: 'closeNeed', reason: 'fulfilled', now: later }, drafted, posted)).toEqual([closed]);
    expect(given(drafted, posted)).toMatchObject({ status: 'posted', postedAt: now, endsOn: '2026-06-30' });
    expect(given(drafted, posted, closed)).toMatchObject({ status: 'closed', reason: 'fulfilled', closedAt: later });
    expect(given(drafted, posted, closed)).toHaveProperty('postedAt', now);
    expect(given(drafted, closed)).not.toHaveProperty('postedAt');
  });

  it('opens again when what it was filled with came to nothing, while its term lasts', () => {
    const reopen = { type: 'reopenNeed', now: later } as const;
    const [reopened, ...none] = decide(reopen, drafted, posted, closed);
    expect(reopened).toMatchObject({ type: 'needReopened', reopenedAt: later });
    expect(none).toEqual([]);
    expect(given(drafted, posted, closed, reopened!)).toEqual({ ...given(drafted, posted), postedAt: later });
    expect(decide({ ...reopen, now: '2030-01-01T00:00:00.000Z' }, drafted, posted, closed)).toEqual([]);
    expect(decide(reopen, drafted, posted, { ...closed, reason: 'withdrawn' })).toEqual([]);
    expect(decide(reopen, drafted, posted)).toEqual([]);
  });

  it('keeps the lines whose duty was retired after they were written, and takes no others', () => {
    const telex = { ...line, dutyCode: 'esco:telex' };
    const before: NeedFact = { ...drafted, details: { ...details, lines: [telex] } } as NeedFact;
    expect(decide(post, before)).toMatchObject([{ type: 'needPosted' }]);
    expect(
      decide(
        edit({
          lines: [
            { ...telex, volume: 9 },
            { ...telex, lineId: 'too' },
          ],
        }),
        before,
      ),
    ).toHaveLength(1);
    const added = () => decide(edit({ lines: [line, { ...telex, lineId: 'new' }] }), drafted);
    expect(refusalOf(added)).toBe('need.duty-retired lines.1.dutyCode');
  });

  it('says nothing when an edit changes nothing', () => {
    expect(decide(edit({ lines: [{ ...line }], words: undefined }), drafted)).toEqual([]);
  });

  it('invites agencies, each once', () => {
    const [first] = decide(invite(agencyA, agencyA), drafted, posted);
    expect(first).toEqual({ type: 'needAgenciesInvited', agencyIds: [agencyA], invitedAt: now });
    expect(decide(invite(agencyA, agencyB), drafted, posted, first!)).toMatchObject([{ agencyIds: [agencyB] }]);
    expect(decide(invite(agencyA), drafted, posted, first!)).toEqual([]);
  });

  it('keeps instants of a window in one spelling', () => {
    const window: NeedHours = {
      kind: 'window',
      timeZone: 'Europe/Madrid',
      startAt: '2026-04-02T09:00:00+02:00',
      endAt: '2026-04-02T12:00:00+02:00',
    };
    expect(decide(draft({ hours: window }))).toMatchObject([
      { details: { hours: { startAt: '2026-04-02T07:00:00.000Z', endAt: '2026-04-02T10:00:00.000Z' } } },
    ]);
  });

  const window = (startAt: string, endAt: string): NeedHours => ({
    kind: 'window',
    timeZone: 'Europe/Madrid',
    startAt,
    endAt,
  });

  it.each<[string, Partial<NeedDetails>]>([
    ['need.words-missing', { words: { text: ' ', language: null } }],
    ['need.words-too-long', { words: { text: 'x'.repeat(5001), language: null } }],
    ['need.too-many-lines', { lines: Array.from({ length: 61 }, (_, index) => ({ ...line, lineId: `l${index}` })) }],
    ['need.line-id-missing', { lines: [{ ...line, lineId: '' }] }],
    ['need.bad-line-id', { lines: [{ ...line, lineId: 'ana@example.org' }] }],
    ['need.line-twice', { lines: [line, line] }],
    ['need.unknown-duty', { lines: [{ ...line, dutyCode: 'dog-walking' }] }],
    ['need.duty-retired', { lines: [{ ...line, dutyCode: 'esco:telex' }] }],
    ['need.bad-volume', { lines: [{ ...line, volume: 0 }] }],
    ['need.bad-volume', { lines: [{ ...line, volume: 1.5 }] }],
    ['need.bad-cadence', { lines: [{ ...line, cadence: 'hourly' as 'once' }] }],
    ['need.no-done-criterion', { lines: [{ ...line, doneCriterion: '' }] }],
    ['need.bad-importance', { lines: [{ ...line, importance: 4 }] }],
    ['need.skill-twice', { preferredSkills: [{ skillCode: 'email', minLevel: 5, importance: 1 }] }],
    ['need.unknown-skill', { preferredSkills: [{ skillCode: 'juggling', minLevel: 1, importance: 1 }] }],
    ['need.unknown-skill', { requiredSkills: [{ skillCode: 'juggling', minLevel: 1, importance: 1 }] }],
    ['need.bad-skill-level', { requiredSkills: [{ skillCode: 'email', minLevel: 0, importance: 1 }] }],
    ['need.bad-importance', { requiredSkills: [{ skillCode: 'email', minLevel: 1, importance: 0 }] }],
    ['need.bad-language', { requiredLanguages: [{ language: 'catalan', minLevel: 'B1' }] }],
    [
      'need.language-twice',
      {
        requiredLanguages: [
          { language: 'ca', minLevel: 'B1' },
          { language: 'ca', minLevel: 'C1' },
        ],
      },
    ],
    ['need.bad-language-level', { requiredLanguages: [{ language: 'ca', minLevel: 'D1' as 'B1' }] }],
    ['time.unknown-zone', { hours: { ...weekly, timeZone: 'CEST' } }],
    ['time.hours-overlap', { hours: { ...weekly, weekly: [...weekly.weekly, ...weekly.weekly] } }],
    ['time.bad-instant', { hours: window('2026-04-02', '2026-04-03') }],
    ['time.not-whole-minute', { hours: window('2026-04-02T09:00:01Z', '2026-04-02T10:00:00Z') }],
    ['need.bad-window', { hours: window('2026-04-02T09:00:00Z', '2026-04-02T09:00:00Z') }],
    ['time.bad-date', { startsOn: '2026-02-30' }],
    ['need.bad-term', { startsOn: '2026-07-01' }],
    ['need.term-too-long', { endsOn: '2027-04-02' }],
    ['need.bad-overlap', { minOverlapMinutesPerWeek: -1 }],
    ['need.overlap-beyond-hours', { minOverlapMinutesPerWeek: 121 }],
    ['money.unknown-currency', { hourlyRateCap: { amountMinor: 1, currency: 'BTC' as 'EUR' } }],
    ['money.not-an-integer', { hourlyRateCap: { amountMinor: 0.5, currency: 'EUR' } }],
    ['need.rate-cap-not-positive', { hourlyRateCap: { amountMinor: 0, currency: 'EUR' } }],
    ['need.bad-channel', { channels: ['fax' as 'chat'] }],
    ['need.channel-twice', { channels: ['chat', 'chat'] }],
    ['need.too-many-channels', { channels: ['chat', 'email', 'phone'] }],
    ['need.bad-response-time', { context: { ...details.context, currentFirstResponseMinutes: -5 } }],
    ['need.agency-invited-and-excluded', { invitedAgencyIds: [agencyA], excludedAgencyIds: [agencyB, agencyA] }],
  ])('is refused with %s in a draft and in an edit', (code, changes) => {
    expect(() => decide(draft(changes))).toThrow(code);
    if (!changes.invitedAgencyIds) expect(() => decide(edit(changes), drafted)).toThrow(code);
  });

  it.each<[string, Partial<NeedDetails>]>([
    ['need.no-lines', { lines: [] }],
    ['need.no-hours', { hours: null }],
    ['need.no-hours', { hours: { ...weekly, weekly: [] }, minOverlapMinutesPerWeek: 0 }],
    ['need.no-term', { startsOn: null }],
    ['need.no-term', { endsOn: null }],
    ['need.no-rate-cap', { hourlyRateCap: null }],
    ['need.no-channels', { channels: [] }],
    ['need.over-already', { startsOn: '2026-01-01', endsOn: '2026-03-01' }],
    [
      'need.window-outside-term',
      { hours: window('2026-06-30T21:30:00Z', '2026-06-30T22:30:00Z'), minOverlapMinutesPerWeek: 0 },
    ],
  ])('is not posted with %s, nor edited to be so once posted', (code, changes) => {
    const incomplete = decide(draft(changes));
    expect(() => decide(post, ...incomplete)).toThrow(code);
    expect(() => decide(edit(changes), drafted, posted)).toThrow(code);
  });

  it.each<[string, NeedFact[], NeedCommand]>([
    ['need.already-drafted', [drafted], draft({})],
    ['need.not-found', [], post],
    ['need.not-a-draft', [drafted, posted], post],
    ['need.closed', [drafted, closed], edit({})],
    ['need.closed', [drafted, closed], invite(agencyA)],
    ['need.closed', [drafted, closed], { type: 'closeNeed', reason: 'withdrawn', now }],
    ['need.bad-reason', [drafted], { type: 'closeNeed', reason: 'bored' as 'withdrawn', now }],
    ['need.no-agencies', [drafted], invite()],
    ['need.too-many-agencies', [drafted], invite(...Array.from({ length: 101 }, (_, index) => `${index}` as AgencyId))],
  ])('is refused with %s', (code, facts, command) => {
    expect(() => decide(command, ...facts)).toThrow(code);
  });

  it('does not invite an agency that it excludes', () => {
    const excluding: NeedFact = {
      type: 'needEdited',
      details: { ...details, excludedAgencyIds: [agencyA] },
      editedAt: now,
    };
    expect(() => decide(invite(agencyA), drafted, excluding)).toThrow('need.agency-invited-and-excluded');
  });
});
