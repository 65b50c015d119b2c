import * as fc from 'fast-check';
import type { AbsentTime } from '../../absence/absent-time.js';
import type { CreditNoteId, HourPackId, InvoiceId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import {
  acceptedAgreement,
  agencyId,
  agreementId,
  assistantId,
  businessId,
  inboxLine,
  terms,
} from '../agreement/agreement.examples.js';
import { versionInForce } from '../agreement/agreement.policies.js';
import type { AgreementVersion } from '../agreement/agreement.js';
import { termsInForce } from '../work/duty-run.examples.js';
import { buyHourPack, decideHourPack, evolveHourPack } from './hour-pack-decisions.js';
import type { HourPack, HourPackFact } from './hour-pack.js';
import { type PackInUse, packBalances, unusedOfPacks } from './pack-balance.js';
import { packOfPeriod, packsDue } from './packs-due.js';

const line = {
  ...inboxLine,
  lineId: 'calls',
  volume: 2,
  asNeeded: { stepMinutes: 15, pack: { carryOverHours: 1 } },
};
const agreement = acceptedAgreement({ ...terms, lines: [line, inboxLine] });
const version = versionInForce(agreement)!;
const agreed = termsInForce(agreement);
const inForce = (since: string): AgreementVersion => ({
  ...version,
  acceptances: version.acceptances.map((one) => ({ ...one, acceptedAt: since })),
});
const early = '2026-02-20T09:00:00.000Z';
const hers = (startsAt: string, endsAt: string | null): AbsentTime => ({
  assistantId,
  agreementId: null,
  startsAt,
  endsAt,
});
const due = (now: string, changes: object = {}) =>
  packsDue({ version: inForce(early), lastDayOn: agreed.endsOn, absences: [], covered: [], now, ...changes });
const periodsOf = ({ buy }: ReturnType<typeof packsDue>): string[] => buy.map(({ period }) => period.startsOn);

/** Monday in Madrid, on which the second week of the term begins. */
const secondWeek = '2026-03-08T23:00:00.000Z';

describe('packs of hours', () => {
  it('are bought as the periods of their line begin, and of no other line', () => {
    expect(due('2026-02-28T00:00:00.000Z')).toEqual({ buy: [], againAt: '2026-03-01T23:00:00.000Z' });
    const { buy, againAt } = due('2026-03-03T00:00:00.000Z');
    expect(buy).toMatchObject([{ lineId: 'calls', minutes: 120, carryOverMinutes: 60, period: { number: 1 } }]);
    expect(againAt).toBe(secondWeek);
    const covered = buy.map(({ lineId, startsAt }) => ({ lineId, startsAt }));
    expect(due('2026-03-03T00:00:00.000Z', { covered }).buy).toEqual([]);
    expect(periodsOf(due(secondWeek, { covered }))).toEqual(['2026-03-09']);
    expect(due('2027-01-01T00:00:00.000Z').againAt).toBeNull();
  });

  it('are not of periods that were over when they were agreed, nor that begin after the last day', () => {
    expect(periodsOf(due('2026-03-10T00:00:00.000Z', { version: inForce('2026-03-09T08:00:00.000Z') }))).toEqual([
      '2026-03-09',
    ]);
    expect(periodsOf(due('2026-03-20T00:00:00.000Z', { lastDayOn: '2026-03-10' }))).toEqual([
      '2026-03-02',
      '2026-03-09',
    ]);
  });

  it('wait while the assistant is away, and are not bought for a period of which she missed all', () => {
    const allWeek = [hers('2026-03-01T00:00:00.000Z', '2026-03-09T12:00:00.000Z')];
    expect(periodsOf(due('2026-03-05T00:00:00.000Z', { absences: allWeek }))).toEqual([]);
    expect(due('2026-03-05T00:00:00.000Z', { absences: allWeek }).againAt).toBe('2026-03-05T00:00:00.000Z');
    expect(periodsOf(due('2026-03-09T13:00:00.000Z', { absences: allWeek }))).toEqual(['2026-03-09']);
    const fromTuesday = [hers('2026-03-03T08:00:00.000Z', null)];
    expect(periodsOf(due('2026-03-05T00:00:00.000Z', { absences: fromTuesday }))).toEqual(['2026-03-02']);
  });

  it('carry over no more than a pack has', () => {
    const { minutes, carryOverMinutes } = packOfPeriod(
      { ...agreed.lines[0]!, asNeeded: { stepMinutes: 15, pack: { carryOverHours: 9 } } },
      { number: 1, startsOn: '2026-03-02', endsOn: '2026-03-08' },
      agreed,
    );
    expect([minutes, carryOverMinutes]).toEqual([120, 120]);
    const tooMuch = () =>
      acceptedAgreement({ ...terms, lines: [{ ...line, asNeeded: { stepMinutes: 15, pack: { carryOverHours: 3 } } }] });
    expect(refusalOf(tooMuch)).toBe('agreement.carry-over-out-of-range lines.0.asNeeded.pack.carryOverHours');
  });
});

const [plan] = due('2026-03-03T00:00:00.000Z').buy;
const bought = buyHourPack({
  type: 'buyHourPack',
  hourPackId: 'pack-1' as HourPackId,
  agreementId,
  businessId,
  agencyId,
  assistantId,
  ...plan!,
  now: '2026-03-02T08:00:00.000Z',
});
const evolved = (facts: readonly HourPackFact[], pack: HourPack | null = null): HourPack =>
  facts.reduce<HourPack | null>(evolveHourPack, pack)!;
const pack = evolved(bought);
const now = '2026-03-04T08:00:00.000Z';

describe('a pack of hours', () => {
  it('tells of 80 and of 100 per cent once each, whatever is corrected afterwards', () => {
    const count = (usedMinutes: number, of: HourPack) =>
      decideHourPack({ type: 'countHourPack', usedMinutes, availableMinutes: 120, now }, of);
    const told = (facts: readonly HourPackFact[]) => facts.map((fact) => fact.type === 'hourPackUsed' && fact.percent);
    expect(count(95, pack)).toEqual([]);
    expect(told(count(96, pack))).toEqual([80]);
    expect(told(count(120, pack))).toEqual([80, 100]);
    const almost = evolved(count(96, pack), pack);
    expect(count(110, almost)).toEqual([]);
    const used = evolved(count(120, almost), almost);
    expect(told(count(120, almost))).toEqual([100]);
    expect([count(30, used), count(120, used)]).toEqual([[], []]);
  });

  it('is charged once, and paid back no further than it was bought', () => {
    const invoice = { type: 'invoiceHourPack', invoiceId: 'invoice-1' as InvoiceId, now } as const;
    const invoiced = evolved(decideHourPack(invoice, pack), pack);
    expect(refusalOf(() => decideHourPack(invoice, invoiced))).toBe('hour-pack.already-invoiced');
    const refund = (minutes: number, of: HourPack) =>
      decideHourPack({ type: 'refundHourPack', minutes, creditNoteId: 'note' as CreditNoteId, now }, of);
    expect(refund(0, invoiced)).toEqual([]);
    expect(refund(90, invoiced)).toMatchObject([
      { minutes: 90, amount: { amountMinor: (3 * pack.hourlyRate.amountMinor) / 2 } },
    ]);
    const left = evolved(refund(90, invoiced), invoiced);
    expect(refusalOf(() => refund(31, left))).toBe('hour-pack.beyond-unused');
  });
});

const packs = fc.array(
  fc.record({
    used: fc.integer({ min: 0, max: 400 }),
    hours: fc.integer({ min: 1, max: 5 }),
    carry: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const inUse = (index: number, minutes: number, carryOverMinutes: number): PackInUse => ({
  pack: { minutes, carryOverMinutes, refundedMinutes: 0, endsAt: `2026-0${index + 1}-28T00:00:00.000Z` },
  counted: { recorded: 0, accepted: 0 },
});

describe('what packs have left', () => {
  it('stays for the next up to the limit, and lapses beyond it', () => {
    const used = (one: PackInUse, accepted: number): PackInUse => ({ ...one, counted: { recorded: 0, accepted } });
    const balances = packBalances([used(inUse(0, 120, 60), 30), used(inUse(1, 120, 60), 150), inUse(2, 120, 60)]);
    expect(balances.map((one) => [one.carriedMinutes, one.availableMinutes, one.leftMinutes])).toEqual([
      [0, 90, 90],
      [60, 180, 30],
      [30, 150, 150],
    ]);
  });

  it('is never used twice: in whatever order entries come, each period has its own and what was carried over, and all no more than was bought', () => {
    fc.assert(
      fc.property(
        packs,
        fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 200 })), { maxLength: 40 }),
        (drawn, entries) => {
          let all = drawn.map(({ hours, carry }, index) => inUse(index, hours * 60, Math.min(hours, carry) * 60));
          for (const [place, minutes] of entries) {
            const index = place % all.length;
            const { availableMinutes } = packBalances(all)[index]!;
            const { counted } = all[index]!;
            const accepted = counted.accepted + Math.min(minutes, Math.max(0, availableMinutes - counted.accepted));
            all = all.map((one, at) => (at === index ? { ...one, counted: { recorded: 0, accepted } } : one));
          }
          let carried = 0;
          for (const {
            pack: { minutes, carryOverMinutes },
            counted,
          } of all) {
            expect(counted.accepted).toBeLessThanOrEqual(minutes + carried);
            carried = Math.min(carryOverMinutes, minutes + carried - counted.accepted);
          }
        },
      ),
    );
  });

  it('is paid back once: of the last pack and of what was carried over to it, and then nothing is left', () => {
    fc.assert(
      fc.property(packs, fc.boolean(), (drawn, isOver) => {
        let all = drawn.map(({ hours, carry }, index) => inUse(index, hours * 60, Math.min(hours, carry) * 60));
        for (const [index, { used }] of drawn.entries()) {
          const { availableMinutes } = packBalances(all)[index]!;
          const counted = { recorded: 0, accepted: Math.min(used, availableMinutes) };
          all = all.map((one, at) => (at === index ? { ...one, counted } : one));
        }
        const at = isOver ? '2026-12-01T00:00:00.000Z' : '2026-01-01T00:00:00.000Z';
        const last = packBalances(all).at(-1)!;
        const unused = unusedOfPacks(all, at);
        expect(unused.reduce((a, b) => a + b, 0)).toBe(isOver ? last.carriedOnMinutes : last.leftMinutes);
        const refunded = all.map((one, index) => ({ ...one, pack: { ...one.pack, refundedMinutes: unused[index]! } }));
        for (const { pack: of } of refunded) expect(of.refundedMinutes).toBeLessThanOrEqual(of.minutes);
        expect(unusedOfPacks(refunded, at).every((minutes) => minutes === 0)).toBe(true);
      }),
    );
  });
});
