import { type Money, moneyOf } from '../../billing/money/money.js';
import { decideBy, type Deciders } from '../../deciders.js';
import { demand, unexpectedFact } from '../../policy.js';
import type { BuyHourPack, HourPack, HourPackCommand, HourPackFact } from './hour-pack.js';
import { announcedPercents } from './time-entry.js';

/** The agreement decides which packs there are. */
export function buyHourPack(command: BuyHourPack): HourPackFact[] {
  const { type: _, now, ...pack } = command;
  return [{ type: 'hourPackBought', ...pack, boughtAt: now }];
}

/** @throws DomainError `hour-pack.already-invoiced`, `hour-pack.beyond-unused` */
export const decideHourPack = (command: HourPackCommand, pack: HourPack): HourPackFact[] =>
  decideBy(deciders, command, pack);

const deciders: Deciders<HourPackCommand, HourPack, HourPackFact> = {
  /** Each share is told once, whatever is corrected afterwards. */
  countHourPack({ usedMinutes, availableMinutes, now }, { announcedPercent }) {
    return announcedPercents
      .filter((percent) => percent > announcedPercent && usedMinutes * 100 >= availableMinutes * percent)
      .map((percent) => ({ type: 'hourPackUsed', percent, usedMinutes, availableMinutes, usedAt: now }));
  },
  invoiceHourPack({ invoiceId, now }, pack) {
    demand(pack.invoiceId === null, 'hour-pack.already-invoiced');
    return [{ type: 'hourPackInvoiced', invoiceId, invoicedAt: now }];
  },
  refundHourPack({ minutes, creditNoteId, now }, pack) {
    if (minutes === 0) return [];
    demand(minutes > 0 && pack.refundedMinutes + minutes <= pack.minutes, 'hour-pack.beyond-unused');
    const amount = priceOfPacked(pack, minutes);
    return [{ type: 'hourPackRefunded', minutes, amount, creditNoteId, refundedAt: now }];
  },
};

/** The pack after one more fact. */
export function evolveHourPack(pack: HourPack | null, fact: HourPackFact): HourPack {
  if (fact.type === 'hourPackBought') {
    if (pack !== null) return unexpectedFact(fact, 'bought');
    const { type: _, ...bought } = fact;
    return { ...bought, announcedPercent: 0, invoiceId: null, refundedMinutes: 0 };
  }
  if (pack === null) return unexpectedFact(fact, 'nothing');
  switch (fact.type) {
    case 'hourPackUsed':
      return { ...pack, announcedPercent: fact.percent };
    case 'hourPackInvoiced':
      return { ...pack, invoiceId: fact.invoiceId };
    case 'hourPackRefunded':
      return { ...pack, refundedMinutes: pack.refundedMinutes + fact.minutes };
    default:
      return fact satisfies never;
  }
}

/** What minutes of a pack come to, in whole minor units, rounded down. */
export const priceOfPacked = ({ hourlyRate }: Pick<HourPack, 'hourlyRate'>, minutes: number): Money =>
  moneyOf((BigInt(hourlyRate.amountMinor) * BigInt(minutes)) / 60n, hourlyRate.currency);
