import { addDays } from '../../time/local-date.js';
import type { Currency } from '../money/currency.js';
import { add, type Money, zero } from '../money/money.js';

/** How late something is, in days after its date. */
export const ageBuckets = ['not-due', '1-30', '31-60', '61-90', 'over-90'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** @param dueOn local date, the last one on time @param today local date */
export function ageBucket(dueOn: string, today: string): AgeBucket {
  if (today <= dueOn) return 'not-due';
  if (today <= addDays(dueOn, 30)) return '1-30';
  if (today <= addDays(dueOn, 60)) return '31-60';
  return today <= addDays(dueOn, 90) ? '61-90' : 'over-90';
}

/** What is open, by how late it is. All are of one currency. */
export function agesOf(
  open: readonly { readonly dueOn: string; readonly amount: Money }[],
  today: string,
  currency: Currency,
): Readonly<Record<AgeBucket, Money>> {
  const ages = Object.fromEntries(ageBuckets.map((bucket) => [bucket, zero(currency)])) as Record<AgeBucket, Money>;
  for (const { dueOn, amount } of open) {
    const bucket = ageBucket(dueOn, today);
    ages[bucket] = add(ages[bucket], amount);
  }
  return ages;
}
