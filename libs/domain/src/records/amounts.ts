import { demand } from '../policy.js';
import { divideHalfEven, wholeBps } from '../billing/money/money.js';
import type { Chart } from './chart.js';
import type { RecordContent } from './record.js';

/** What is said of an entry's amounts: the total, and the tax in it or its rate; of a way the distance alone. */
export interface SaidAmounts {
  readonly totalMinor: number | undefined;
  readonly vatMinor: number | undefined;
  readonly vatRateBps: number | null;
  readonly distanceTenths: number | null;
}

/** What a way counts by the rate of the chart. */
export const mileageMinor = (distanceTenths: number, { mileageRateMinor }: Pick<Chart, 'mileageRateMinor'>): number =>
  Number(divideHalfEven(BigInt(distanceTenths) * BigInt(mileageRateMinor), 10n));

/** The tax in a total by a rate, half to even. */
export const vatWithin = (totalMinor: number, bps: number): number =>
  Number(divideHalfEven(BigInt(totalMinor) * BigInt(bps), BigInt(wholeBps + bps)));

/** Net, tax and total of what is said. @throws DomainError `record.amount-missing` */
export function amountsOf(
  said: SaidAmounts,
  chart: Pick<Chart, 'mileageRateMinor'>,
): Pick<RecordContent, 'netMinor' | 'vatMinor' | 'totalMinor'> {
  const { distanceTenths, vatRateBps } = said;
  const totalMinor = said.totalMinor ?? (distanceTenths === null ? undefined : mileageMinor(distanceTenths, chart));
  demand(totalMinor !== undefined, 'record.amount-missing', { at: ['totalMinor'] });
  const vatMinor = said.vatMinor ?? (vatRateBps === null ? 0 : vatWithin(totalMinor, vatRateBps));
  return { netMinor: totalMinor - vatMinor, vatMinor, totalMinor };
}
