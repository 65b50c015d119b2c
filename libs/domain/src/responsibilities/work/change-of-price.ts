import { type Money, moneyOf } from '../../billing/money/money.js';
import { type Quote, quoteOf } from '../../billing/pricing/quote.js';
import { endOfDay, isBefore } from '../../time/calendar.js';
import { periodsOfTerm } from '../../time/periods.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import type { DutyRun, DutyRunStatus } from './duty-run.js';
import { scheduleRuns } from './duty-run-schedule.js';

/** What other terms would do to the price of an agreement, told before anybody accepts them. */
export interface ChangeOfPrice {
  /** The whole term by either version, as if it had held from the first day. */
  readonly before: Quote;
  readonly after: Quote;
  /**
   * Work that keeps its price whatever is agreed now, net: what somebody has worked on, and periods that are over. What was
   * invoiced is among it.
   */
  readonly kept: Money;
  /** The most that all periods which go on or lie ahead come to, net, by either version. */
  readonly ahead: { readonly before: Money; readonly after: Money };
}

/** Runs of a line of which the same became, at one price: what theirs follows from, counted where they lie. */
export interface PricedRuns {
  readonly lineId: string;
  readonly periodNumbers: readonly number[];
  readonly status: DutyRunStatus;
  /** Whether they are rests of others. */
  readonly carried: boolean;
  /** Whether they were due by now. */
  readonly over: boolean;
  /** Units that were asked for, of all of them. */
  readonly volume: number;
  /** What was reported of all of them; left out where nothing was. */
  readonly quantity?: number;
  readonly unitPrice: Pick<Money, 'amountMinor'>;
}

/** A single run as it is counted. */
export function pricedRun(run: DutyRun, now: string): PricedRuns {
  const { lineId, periodNumber, status, carriedFrom, dueAt, volume, unitPrice } = run;
  const over = !isBefore(now, dueAt);
  const quantity = 'quantity' in run ? { quantity: run.quantity } : {};
  return {
    lineId,
    periodNumbers: [periodNumber],
    status,
    carried: carriedFrom !== null,
    over,
    volume,
    ...quantity,
    unitPrice,
  };
}

/** @throws DomainError `quote.too-large` */
export function changeOfPrice(
  before: AgreementTerms,
  after: AgreementTerms,
  runs: readonly PricedRuns[],
  now: string,
): ChangeOfPrice {
  const kept = runs.filter(keepTheirPrice);
  const taken = new Set(kept.filter(({ carried }) => !carried).flatMap(keysOf));
  return {
    before: quoteOf(before),
    after: quoteOf(after),
    kept: moneyOf(
      kept.reduce((total, priced) => total + valueOf(priced), 0n),
      after.currency,
    ),
    ahead: { before: aheadBy(before, taken, now), after: aheadBy(after, taken, now) },
  };
}

const keepTheirPrice = ({ status, carried, over }: PricedRuns): boolean =>
  status !== 'cancelled' && (status !== 'scheduled' || carried || over);

/** What was done, or all that was asked for where nobody has worked. */
const valueOf = ({ quantity, volume, unitPrice }: PricedRuns): bigint =>
  BigInt(quantity ?? volume) * BigInt(unitPrice.amountMinor);

const keysOf = ({ lineId, periodNumbers }: PricedRuns): string[] =>
  periodNumbers.map((periodNumber) => keyOf({ lineId, periodNumber }));

const keyOf = (run: { readonly lineId: string; readonly periodNumber: number }): string =>
  `${run.periodNumber} ${run.lineId}`;

function aheadBy(terms: AgreementTerms, taken: ReadonlySet<string>, now: string): Money {
  const units = scheduleRuns(terms, 0)
    .filter((run) => isBefore(now, run.dueAt) && !taken.has(keyOf(run)))
    .reduce((total, { volume, unitPrice }) => total + BigInt(volume) * BigInt(unitPrice.amountMinor), 0n);
  const periods = periodsOfTerm(terms);
  const hours = terms.lines
    .filter(({ asNeeded }) => asNeeded !== undefined)
    .flatMap(({ volume, unitPrice, ...line }) =>
      periods(line)
        .filter(({ endsOn }) => isBefore(now, endOfDay(endsOn, terms.timeZone)))
        .map(() => BigInt(volume) * BigInt(unitPrice.amountMinor)),
    )
    .reduce((total, price) => total + price, 0n);
  return moneyOf(units + hours, terms.currency);
}
