import * as fc from 'fast-check';
import { refusalOf } from '../refusals.examples.js';
import { EnquiryMeasure, type ToldEnquiry } from './enquiry.js';
import { bootstrap, responseChangeOf } from './response-change.js';
import { enoughEnquiries, figuresOf, quantileOf, waitsOf } from './response-figures.js';
import { responseHoursOf, usualResponseHours } from './response-hours.js';
import { baselinePeriodOf, freezeBaseline, responseReportOf } from './response-report.js';
import { SeededDraws } from './seeded-draws.js';

const now = '2026-06-01T12:00:00.000Z';
const madrid = usualResponseHours('Europe/Madrid');
const enquiry = (changes: Partial<ToldEnquiry> = {}): ToldEnquiry => ({
  reference: '17',
  openedAt: '2026-05-29T16:30:00+02:00',
  firstAnsweredAt: '2026-06-01T09:15:00+02:00',
  automatic: false,
  ...changes,
});
const take = (changes: Partial<ToldEnquiry> = {}) => new EnquiryMeasure(madrid).take(enquiry(changes), now);
const wait = fc.integer({ min: 0, max: 5_000 });
const waits = fc.array(wait, { minLength: enoughEnquiries, maxLength: 120 }).map(waitsOf);
const repeated = (count: number, of: (index: number) => number) =>
  waitsOf(Array.from({ length: count }, (_, at) => of(at)));

describe('an enquiry', () => {
  it('is measured in the hours of the business until its first answer', () => {
    expect(take()).toEqual({
      reference: '17',
      openedAt: '2026-05-29T14:30:00.000Z',
      firstAnsweredAt: '2026-06-01T07:15:00.000Z',
      automatic: false,
      workingMinutes: 45,
      openedWeek: 2943,
    });
  });

  it('that nobody answers counts as answered two weeks later', () => {
    expect(take({ firstAnsweredAt: null }).workingMinutes).toBe(10 * 480);
  });

  it.each<[Partial<ToldEnquiry>, string]>([
    [{ reference: ' ' }, 'enquiry.reference-missing reference'],
    [{ reference: 'x'.repeat(201) }, 'enquiry.reference-too-long reference'],
    [{ openedAt: '2026-06-01T12:00:00.001Z', firstAnsweredAt: null }, 'enquiry.in-the-future openedAt'],
    [{ firstAnsweredAt: '2026-06-02T12:00:00Z' }, 'enquiry.in-the-future firstAnsweredAt'],
    [{ firstAnsweredAt: '2026-05-29T14:29:59Z' }, 'enquiry.answered-before-opened firstAnsweredAt'],
    [{ openedAt: '2016-05-29T16:30:00Z' }, 'enquiry.too-old openedAt'],
    [{ openedAt: 'yesterday' }, 'time.bad-instant openedAt'],
  ])('with %j is refused', (changes, code) => {
    expect(refusalOf(() => take(changes))).toBe(code);
  });
});

describe('the hours of a business', () => {
  it('are put in order, and closed dates once', () => {
    const [monday, tuesday] = madrid.weeklyHours as [never, never];
    const set = responseHoursOf({
      ...madrid,
      weeklyHours: [tuesday, monday],
      closedOn: ['2026-12-25', '2026-01-06', '2026-12-25'],
    });
    expect(set).toEqual({ ...madrid, weeklyHours: [monday, tuesday], closedOn: ['2026-01-06', '2026-12-25'] });
  });

  it.each([
    [{ weeklyHours: [] }, 'response-hours.none weeklyHours'],
    [{ closedOn: Array.from({ length: 401 }, () => '2026-01-01') }, 'response-hours.too-many-dates closedOn'],
    [{ closedOn: ['2026-02-30'] }, 'time.bad-date closedOn.0'],
    [{ timeZone: 'Europe/Nowhere' }, 'time.unknown-zone timeZone'],
    [{ weeklyHours: [{ weekday: 8, start: '09:00', end: '10:00' }] }, 'time.bad-weekday weeklyHours.0.weekday'],
  ])('with %j are refused', (changes, code) => {
    expect(refusalOf(() => responseHoursOf({ ...madrid, ...changes }))).toBe(code);
  });
});

describe('figures of first answers', () => {
  it('say nothing of fewer than twenty enquiries but how many there are', () => {
    expect(figuresOf(repeated(19, () => 10))).toEqual({ enquiries: 19, medianMinutes: null, p90Minutes: null });
    expect(figuresOf(repeated(20, (at) => at + 1))).toEqual({ enquiries: 20, medianMinutes: 10, p90Minutes: 18 });
  });

  it('are waits that there were, with at least their share of all within them and less than that below', () => {
    fc.assert(
      fc.property(waits, fc.constantFrom(0.5, 0.9), (some, share) => {
        const found = quantileOf(some, share);
        expect(some.filter((one) => one <= found).length).toBeGreaterThanOrEqual(share * some.length);
        expect(some.filter((one) => one < found).length).toBeLessThan(share * some.length);
      }),
    );
  });
});

describe('the change since an engagement began', () => {
  it('is told only where both sides have enough data', () => {
    expect(
      responseChangeOf(
        repeated(19, () => 9),
        repeated(50, () => 3),
        'seed',
      ),
    ).toBeNull();
    expect(
      responseChangeOf(
        repeated(50, () => 9),
        repeated(19, () => 3),
        'seed',
      ),
    ).toBeNull();
  });

  it('is better or worse where chance leaves no doubt, and unclear where it does', () => {
    const [slow, fast] = [repeated(60, (at) => 200 + at), repeated(60, (at) => 30 + at)];
    expect(responseChangeOf(slow, fast, 'seed')?.median).toMatchObject({ minutes: -170, verdict: 'better' });
    expect(responseChangeOf(fast, slow, 'seed')?.median).toMatchObject({ minutes: 170, verdict: 'worse' });
    expect(responseChangeOf(slow, slow, 'seed')?.median).toMatchObject({ minutes: 0, verdict: 'unclear' });
  });

  it('has the same interval for the same enquiries and the same seed', () => {
    fc.assert(
      fc.property(waits, waits, fc.string(), (before, since, seed) => {
        const change = responseChangeOf(before, since, seed);
        expect(responseChangeOf(before, since, seed)).toEqual(change);
        for (const { lowMinutes, highMinutes } of [change!.median, change!.p90]) {
          expect(lowMinutes).toBeLessThanOrEqual(highMinutes);
          expect(lowMinutes).toBeGreaterThanOrEqual(since[0]! - before.at(-1)!);
          expect(highMinutes).toBeLessThanOrEqual(since.at(-1)! - before[0]!);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has the interval that drawing samples enquiry by enquiry gives, to a few minutes', () => {
    const draws = new SeededDraws('one by one');
    const [before, since] = [repeated(80, (at) => 3 * at), repeated(80, (at) => 60 + 3 * at)];
    const drawn = (some: readonly number[]) =>
      quantileOf(waitsOf(some.map(() => some[Math.floor(draws.uniform() * some.length)]!)), 0.5);
    const differences = waitsOf(Array.from({ length: bootstrap.samples }, () => drawn(since) - drawn(before)));
    const { lowMinutes, highMinutes } = responseChangeOf(before, since, 'seed')!.median;
    expect(Math.abs(lowMinutes - quantileOf(differences, 0.025))).toBeLessThanOrEqual(12);
    expect(Math.abs(highMinutes - quantileOf(differences, 0.975))).toBeLessThanOrEqual(12);
  });
});

describe('the report', () => {
  const period = baselinePeriodOf('2026-05-01T00:00:00.000Z');
  const since = { from: period.to, to: now };
  const baseline = { ...period, frozenAt: null, waits: repeated(40, (at) => 100 + at) };

  it('puts before and since side by side, and the weeks in their order', () => {
    const weeks = [
      { week: 2943, minutes: Array.from({ length: 21 }, () => 12) },
      { week: 2942, minutes: [5, 6] },
    ];
    const report = responseReportOf(baseline, since, weeks, 'seed');
    expect(report.baseline).toEqual({ ...period, frozenAt: null, enquiries: 40, medianMinutes: 119, p90Minutes: 135 });
    expect(report.since).toEqual({ ...since, enquiries: 23, medianMinutes: 12, p90Minutes: 12 });
    expect(report.change?.median.verdict).toBe('better');
    expect(report.weeks).toEqual([
      { startsOn: '2026-05-18', enquiries: 2, medianMinutes: null, p90Minutes: null },
      { startsOn: '2026-05-25', enquiries: 21, medianMinutes: 12, p90Minutes: 12 },
    ]);
  });

  it('freezes a baseline once, and only of enough data', () => {
    const frozen = freezeBaseline(baseline, now);
    expect(frozen).toEqual({ ...baseline, frozenAt: now });
    expect(refusalOf(() => freezeBaseline(frozen, now))).toBe('response-baseline.frozen');
    const few = { ...baseline, waits: repeated(19, () => 1) };
    expect(refusalOf(() => freezeBaseline(few, now))).toBe('response-baseline.not-enough-data');
  });
});
