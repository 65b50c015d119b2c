import { instantOf, minuteMs, type NeedId, type NeedToMatch, prepareNeed, spansOfSlots } from '#domain';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Dice } from '../../../../libs/domain/src/matching/random-market.fixture.js';
import { SharedCalendars } from '../search/shared-calendars.js';
import { SupplyRanking } from '../search/supply-ranking.js';
import { SupplyInMemory } from './supply-in-memory.js';
import { SupplySnapshot } from './supply-snapshot.js';
import { listing, SupplyTables } from './supply-tables.fixture.js';
import { Supply } from './supply.js';

const monday = Date.parse('2031-01-06T09:00:00Z');
const quarterHours = (count: number, seconds = 0): string =>
  instantOf(monday + count * 15 * minuteMs + seconds * 1_000);

/** Bookings of one assistant. They may overlap: over a broker, time is taken anew before it is known to be free. */
const slot = fc
  .tuple(fc.nat(24), fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 0, 0, 20, 59))
  .map(([from, length, seconds]) => ({
    startAt: quarterHours(from, seconds),
    endAt: quarterHours(from + length, seconds),
  }));
const bookings = fc.array(fc.array(slot, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
const lives = [
  '',
  'confirmed',
  'expired',
  'released',
  'confirmed cancelled',
  'confirmed rescheduled',
  'confirmed slots-cancelled rescheduled cancelled',
];

type Step =
  | { readonly does: 'booking'; readonly which: number }
  | { readonly does: 'look' | 'edit' | 'review' | 'withdraw' | 'list' };
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('booking' as const), which: fc.nat(5) }) },
    { weight: 3, arbitrary: fc.constant({ does: 'look' as const }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('edit', 'review', 'withdraw', 'list') }) },
  ) as fc.Arbitrary<Step>,
  { maxLength: 24 },
);

const weeklyHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '18:00' }));
const need = {
  needId: 'need' as NeedId,
  lines: [{ lineId: 'inbox', dutyCode: 'inbox-triage', volume: 5, cadence: 'weekly', importance: 2 }],
  requiredSkills: [],
  preferredSkills: [],
  requiredLanguages: [],
  hours: { kind: 'weekly', timeZone: 'Europe/Madrid', weekly: weeklyHours.slice(0, 3) },
  startsOn: '2031-02-03',
  endsOn: '2031-04-30',
  minOverlapMinutesPerWeek: 60,
  hourlyRateCap: { amountMinor: 3_000, currency: 'EUR' },
  excludedAgencyIds: [],
} satisfies NeedToMatch;

describe('booked time in memory, which follows the tables change by change', () => {
  let tables: SupplyTables;
  beforeAll(async () => {
    tables = await SupplyTables.open();
  });
  afterAll(() => tables.close());

  const look = (supply: Supply): Promise<void> => tables.inTransaction((tx) => supply.refresh(tx));

  /** Out of all events from the first on. */
  const rebuilt = async (from: number): Promise<SupplyInMemory> => {
    const supply = new SupplyInMemory(new Supply(new SupplySnapshot(null)).columns.prices.rates);
    await supply.take(tables.heard.slice(from));
    supply.finish();
    return supply;
  };

  /** One step of one assistant's life. */
  const lifeOf = (
    assistantId: string,
    agencyId: string,
    slots: readonly (readonly object[])[],
    ends: readonly number[],
  ) => {
    const known = slots.map((own, which) => ({
      id: randomUUID(),
      data: { assistantId, agencyId, businessId: randomUUID(), agreementId: randomUUID(), slots: own },
      left: ['held', ...lives[ends[which]!]!.split(' ').filter(Boolean)],
      version: 0,
    }));
    let version = 2;
    return async (step: Step): Promise<void> => {
      if (step.does === 'booking') {
        const booking = known[step.which % known.length]!;
        const next = booking.left.shift();
        if (next === undefined) return;
        // Moved to where another one is or was, or left with its first slot alone.
        if (next === 'rescheduled') booking.data.slots = slots[(step.which + 1) % slots.length]!;
        if (next === 'slots-cancelled') booking.data.slots = booking.data.slots.slice(0, 1);
        await tables.hear(`booking.${next}.v1`, booking.id, { ...booking.data }, (booking.version += 1));
      } else if (step.does === 'review') {
        await tables.hear('review.given.v1', randomUUID(), { assistantId, agencyId, by: 'business', score: 4 });
      } else if (step.does !== 'look') {
        const type = { edit: 'edited', withdraw: 'withdrawn', list: 'listed' }[step.does];
        await tables.hear(`assistant.${type}.v1`, assistantId, { ...listing, agencyId }, (version += 1));
      }
    };
  };

  it('is at each look what it is when it is made anew of all events', async () => {
    const followed = new Supply(new SupplySnapshot(null));
    await look(followed);
    await fc.assert(
      fc.asyncProperty(
        bookings,
        fc.array(fc.nat(lives.length - 1), { minLength: 6, maxLength: 6 }),
        steps,
        async (slots, ends, all) => {
          const [assistantId, agencyId] = [randomUUID(), randomUUID()];
          const from = tables.heard.length;
          await tables.hear('assistant.listed.v1', assistantId, { ...listing, agencyId }, 2);
          const live = lifeOf(assistantId, agencyId, slots, ends);
          for (const step of [...all, { does: 'look' as const }]) {
            await live(step);
            if (step.does !== 'look') continue;
            await look(followed);
            const expected = (await rebuilt(from)).columns.find(assistantId);
            expect(followed.columns.find(assistantId)).toEqual(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the same shortlists, to the byte, as a supply made anew of all events', async () => {
    const followed = new Supply(new SupplySnapshot(null));
    const from = tables.heard.length;
    const agencyId = randomUUID();
    await tables.hear('agency.verified.v1', agencyId, { verifiedAt: '2026-01-01T00:00:00Z' }, 2);
    const dice = new Dice(7);
    const context = { rates: followed.columns.prices.rates, marketplaceQuality: 0.75, now: '2031-01-31T08:00:00.000Z' };
    const { spans } = prepareNeed(need, context);
    const validUntil = '2035-01-01T00:00:00.000Z';
    for (let number = 0; number < 12; number += 1) {
      const assistantId = randomUUID();
      const hourlyRate = { amountMinor: 1_500 + number, currency: 'EUR' };
      const fitting = { ...listing, agencyId, weeklyHours, hourlyRate, weeklyCapacityMinutes: 2_400 };
      await tables.hear('assistant.listed.v1', assistantId, fitting, 2);
      await tables.hear('clearance.granted.v1', randomUUID(), { assistantId, agencyId, validUntil }, 2);
      for (let count = 0; count < 8; count += 1) {
        const at = dice.between(0, spans.length / 2 - 1) * 2;
        const half = Math.floor((spans[at]! + spans[at + 1]!) / 2);
        const own = [{ startAt: instantOf(spans[at]! * minuteMs), endAt: instantOf(half * minuteMs) }];
        const [id, data] = [
          randomUUID(),
          { assistantId, agencyId, businessId: agencyId, agreementId: agencyId, slots: own },
        ];
        await tables.hear('booking.held.v1', id, data);
        if (dice.isOneOf(2)) await look(followed);
        if (dice.isOneOf(2)) await tables.hear('booking.expired.v1', id, data, 2);
      }
    }
    await look(followed);
    const other = await rebuilt(from);
    const shortlist = (columns: Supply['columns']): string =>
      JSON.stringify(new SupplyRanking(columns, new SharedCalendars()).rank(need, context).entries);
    expect(JSON.parse(shortlist(other.columns))).toHaveLength(12);
    // Whoever else this file lists has no verified agency.
    expect(shortlist(followed.columns)).toBe(shortlist(other.columns));
  });

  it('keeps of an assistant with thousands of bookings what each of them takes, and forgets what is long over', async () => {
    const [assistantId, agencyId] = [randomUUID(), randomUUID()];
    const followed = new Supply(new SupplySnapshot(null));
    await tables.hear('assistant.listed.v1', assistantId, { ...listing, agencyId }, 2);
    await look(followed);
    const data = (slots: readonly object[]) => ({
      assistantId,
      agencyId,
      businessId: agencyId,
      agreementId: agencyId,
      slots,
    });
    const past = Date.now() - 20 * 24 * 60 * minuteMs;
    const over = { startAt: instantOf(past), endAt: instantOf(past + 60 * minuteMs) };
    await tables.hear('booking.held.v1', randomUUID(), data([over]));
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      startAt: quarterHours(4 * at),
      endAt: quarterHours(4 * at + 2),
    }));
    await tables.hear('booking.held.v1', randomUUID(), data(many));
    await look(followed);
    expect([...followed.columns.busyTimeOf(assistantId)!]).toEqual(spansOfSlots(many));
    const between = { startAt: quarterHours(2), endAt: quarterHours(4) };
    const id = randomUUID();
    await tables.hear('booking.held.v1', id, data([between]));
    await look(followed);
    expect([...followed.columns.busyTimeOf(assistantId)!]).toEqual(spansOfSlots([...many, between]));
    await tables.hear('booking.expired.v1', id, data([between]), 2);
    await look(followed);
    expect([...followed.columns.busyTimeOf(assistantId)!]).toEqual(spansOfSlots(many));
  });
});
