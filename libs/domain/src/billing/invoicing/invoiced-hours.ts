import type { HourPack } from '../../responsibilities/hours/hour-pack.js';
import { priceOfPacked } from '../../responsibilities/hours/hour-pack-decisions.js';
import type { AcceptedEntry } from '../../responsibilities/hours/time-entry.js';
import { type Money, moneyOf } from '../money/money.js';
import type { InvoicedHours, InvoicedSoFar } from './invoice.js';

/**
 * Accepted time of one line at one rate is one line of the invoice. It is charged what all minutes up to now come to, less
 * what was charged before, and never more than their exact price: parts of an hour that are rounded down once come with the
 * next whole one, and a period that was used up to its ceiling comes to its quote.
 */
export function hoursOf(entries: readonly AcceptedEntry[], before: InvoicedSoFar['hours']): InvoicedHours[] {
  const groups = new Map<string, AcceptedEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.hours);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].map(([key, group]) => {
    const { lineId, description, hourlyRate } = group[group.length - 1]!.hours;
    const minutes = group.reduce((total, { chargedMinutes }) => total + chargedMinutes, 0);
    const charged = before.filter((line) => line.pack === undefined && keyOf(line) === key);
    const minutesBefore = charged.reduce((total, line) => total + line.minutes, 0);
    const amountBefore = charged.reduce((total, line) => total + BigInt(line.amount.amountMinor), 0n);
    const amount = moneyOf(wholePrice(hourlyRate, minutesBefore + minutes) - amountBefore, hourlyRate.currency);
    return { lineId, description, minutes, hourlyRate, amount, timeEntryIds: group.map((entry) => entry.timeEntryId) };
  });
}

/** Each pack is a line of its own: its minutes, less what was paid back before it was charged. */
export const packsOf = (packs: readonly HourPack[]): InvoicedHours[] =>
  packs.map((pack) => {
    const { lineId, description, hourlyRate, hourPackId, period } = pack;
    const minutes = pack.minutes - pack.refundedMinutes;
    return {
      lineId,
      description,
      minutes,
      hourlyRate,
      amount: priceOfPacked(pack, minutes),
      timeEntryIds: [],
      pack: { hourPackId, periodFrom: period.startsOn, periodTo: period.endsOn },
    };
  });

const keyOf = ({ lineId, hourlyRate }: { readonly lineId: string; readonly hourlyRate: Money }): string =>
  `${hourlyRate.amountMinor} ${lineId}`;

/** In whole minor units, rounded down. */
const wholePrice = ({ amountMinor }: Money, minutes: number): bigint => (BigInt(amountMinor) * BigInt(minutes)) / 60n;
