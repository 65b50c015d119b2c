import type { AgencyId, AssistantId, NeedId } from '../ids.js';
import { CalendarCache } from './calendar-cache.js';
import type { Candidate } from './candidate.js';
import { defaultRankingLimits } from './compose-shortlist.js';
import { candidate, context, need } from './matching.fixture.js';
import { isNewcomer, newcomersInTheDraw, newcomerSlotChance } from './newcomer-slot.js';
import { rank } from './rank.js';

const named = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  ...candidate,
  assistantId: id as AssistantId,
  agencyId: `agency-of-${id}` as AgencyId,
  ...changes,
});
/** Listed for so long that freshness gives nothing, and known by their reviews. */
const established = { listedAt: '2025-06-01T08:00:00.000Z', reviews: { count: 40, scoreSum: 180 } };
const newcomer = { listedAt: '2025-12-20T08:00:00.000Z', reviews: { count: 0, scoreSum: 0 } };
const known = Array.from({ length: 12 }, (_, index) => named(`known-${index}`, established));
/** A little dearer, so that they stand below the others. */
const newcomers = (count: number, changes: Partial<Candidate> = {}) =>
  Array.from({ length: count }, (_, index) =>
    named(`new-${index}`, { ...newcomer, hourlyRate: { amountMinor: 1800 + index, currency: 'EUR' }, ...changes }),
  );

const cache = new CalendarCache();
const over = (runs: number, candidates: readonly Candidate[], newcomerSlot = true) =>
  Array.from({ length: runs }, (_, index) => {
    // Short, so that many are quick.
    const someNeed = { ...need, endsOn: '2026-03-08', needId: `need-${index}` as NeedId };
    return rank(someNeed, candidates, context, cache, { ...defaultRankingLimits, entries: 16, newcomerSlot }).entries;
  });

describe('the slot for a newcomer', () => {
  it('lifts a newcomer to the tenth place as often as its chance says, and tells the chance', () => {
    const runs = 400;
    const lifted = new Map<string, number>();
    for (const entries of over(runs, [...known, ...newcomers(4)])) {
      const slots = entries.filter(({ newcomerSlot }) => newcomerSlot !== null);
      expect(slots.length).toBeLessThanOrEqual(1);
      const [slot] = slots;
      if (slot === undefined) continue;
      expect(slot).toMatchObject({ rank: 10, newcomerSlot: { chance: newcomerSlotChance / 4 } });
      lifted.set(slot.assistantId, (lifted.get(slot.assistantId) ?? 0) + 1);
    }
    expect([...lifted.keys()].sort()).toEqual(newcomers(4).map(({ assistantId }) => assistantId));
    // Seeded by the needs' ids: four standard deviations around 50 of 400.
    for (const times of lifted.values()) expect(Math.abs(times - runs / 8)).toBeLessThan(27);
  });

  it('changes the order of nobody else', () => {
    const candidates = [...known, ...newcomers(3)];
    const without = over(40, candidates, false);
    let lifted = 0;
    over(40, candidates).forEach((entries, index) => {
      const slot = entries.find(({ newcomerSlot }) => newcomerSlot !== null);
      lifted += slot === undefined ? 0 : 1;
      const others = (all: typeof entries) =>
        all.filter(({ assistantId }) => assistantId !== slot?.assistantId).map(({ assistantId }) => assistantId);
      expect(others(entries)).toEqual(others(without[index]!));
      expect(entries.map(({ rank: place }) => place)).toEqual(without[index]!.map(({ rank: place }) => place));
    });
    expect(lifted).toBeGreaterThan(0);
  });

  const neverLifted = (candidates: readonly Candidate[]) =>
    over(30, candidates)
      .flat()
      .every(({ newcomerSlot }) => newcomerSlot === null);

  it('stays with the tenth when no more than ten qualify', () => {
    expect(neverLifted([...known.slice(0, 7), ...newcomers(3)])).toBe(true);
    expect(neverLifted([...known.slice(0, 10), ...newcomers(3)])).toBe(false);
  });

  it('is for newcomers who are close, and for nobody who is well known or listed long ago', () => {
    expect(neverLifted([...known, ...newcomers(3, { dutyCodes: ['receipts'] })])).toBe(true);
    expect(neverLifted([...known, ...newcomers(3, { reviews: { count: 3, scoreSum: 9 } })])).toBe(true);
    expect(neverLifted([...known, ...newcomers(3, { listedAt: '2025-12-04T07:59:59.999Z' })])).toBe(true);
    expect(isNewcomer({ reviews: { count: 2, scoreSum: 2 }, listedAt: '2025-12-04T08:00:00.000Z' }, context.now)).toBe(
      true,
    );
  });

  it('gives no agency a fourth place', () => {
    const agencyId = 'one' as AgencyId;
    const crowded = [...known.slice(3), ...[1, 2, 3].map((index) => named(`best-${index}`, { agencyId }))];
    expect(neverLifted([...crowded, ...newcomers(3, { agencyId })])).toBe(true);
    expect(neverLifted([...crowded, ...newcomers(3)])).toBe(false);
  });

  it('is drawn among a few of the best, however many there are', () => {
    const winners = over(120, [...known, ...newcomers(30)])
      .flat()
      .filter(({ newcomerSlot }) => newcomerSlot !== null);
    expect(new Set(winners.map(({ newcomerSlot }) => newcomerSlot!.chance))).toEqual(
      new Set([newcomerSlotChance / newcomersInTheDraw]),
    );
    const best = Array.from({ length: newcomersInTheDraw }, (_, index) => `new-${index}`);
    expect([...new Set(winners.map(({ assistantId }) => assistantId))].sort()).toEqual(best);
  });
});
