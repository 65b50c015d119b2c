import { type Money, moneyOf } from '../../billing/money/money.js';
import { type Quote, quoteOf } from '../../billing/pricing/quote.js';
import { endOfDay, isBefore } from '../../time/calendar.js';
import { periodsOfTerm } from '../../time/periods.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import type { DutyRunStatus, PlannedRun } from './duty-run.js';
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

/** Of a run, what its price follows from. */
export interface PricedRun extends Pick<PlannedRun, 'lineId' | 'periodNumber' | 'dueAt' | 'volume'> {
  readonly unitPrice: Pick<Money, 'amountMinor'>;
  readonly status: DutyRunStatus;
  readonly carriedFrom: string | null;
  /** What was reported; left out where nothing was. */
  readonly quantity?: number;
}

/** @throws DomainError `quote.too-large` */
export function changeOfPrice(
  before: AgreementTerms,
  after: AgreementTerms,
  runs: readonly PricedRun[],
  now: string,
): ChangeOfPrice {
  const living = runs.filter(({ status }) => status !== 'cancelled');
  const kept = living.filter((run) => keepsItsPrice(run, now));
  const taken = new Set(kept.filter(({ carriedFrom }) => carriedFrom === null).map(keyOf));
  return {
    before: quoteOf(before),
    after: quoteOf(after),
    kept: moneyOf(
      kept.reduce((total, run) => total + valueOf(run), 0n),
      after.currency,
    ),
    ahead: { before: aheadBy(before, taken, now), after: aheadBy(after, taken, now) },
  };
}

const keepsItsPrice = (run: PricedRun, now: string): boolean =>
  run.status !== 'scheduled' || run.carriedFrom !== null || !isBefore(now, run.dueAt);

/** What was done, or all that was asked for where nobody has worked. */
const valueOf = ({ quantity, volume, unitPrice }: PricedRun): bigint =>
  BigInt(quantity ?? volume) * BigInt(unitPrice.amountMinor);

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
