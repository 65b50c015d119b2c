import { add, allocate, compare, type Money, subtract, sum } from '../money/money.js';
import type { PayoutStatus } from './payout.js';

/** What a payout is of. */
export interface PayoutParts {
  /** Before tax and without the commission. */
  readonly earnings: Money;
  /** That the agency declares. */
  readonly tax: Money;
}

/** A payout by the payment service, as it stands in the books. */
export interface KeptTransfer extends PayoutParts {
  readonly status: PayoutStatus;
  /** What of it came back in parts so far. */
  readonly cameBack: PayoutParts;
  /** What credit notes took back of its invoices since, less the parts that came back for them: no payout has settled that yet. */
  readonly credited: PayoutParts;
}

/** What of a transfer has come back just now. */
export interface CameBack extends PayoutParts {
  /** All of it at once: then it is as if it had never gone. A part is owed again beside it. */
  readonly isWhole: boolean;
}

const totalOf = ({ earnings, tax }: PayoutParts): Money => sum([earnings, tax], earnings.currency);

/**
 * What comes back of a transfer, by what the payment service says to have taken back of it in all. A part is first what credit notes have
 * taken back of its invoices, as they are of earnings and tax, so that both come to nothing together; the rest is as what is left of the whole. Parts that
 * come to the whole give both back to the unit, also where one of both was below nothing.
 * @param reversed in all, never less than it was before; no more than the transfer counts
 * @returns null where nothing is new
 * @throws DomainError `money.currencies-differ`
 */
export function comesBack(
  { status, earnings, tax, cameBack, credited }: KeptTransfer,
  reversed: Money,
): CameBack | null {
  if (status !== 'sent') return null;
  const [whole, before] = [totalOf({ earnings, tax }), totalOf(cameBack)];
  const inAll = compare(reversed, whole) > 0 ? whole : reversed;
  if (compare(inAll, before) <= 0) return null;
  if (before.amountMinor === 0 && compare(inAll, whole) === 0) return { earnings, tax, isWhole: true };
  const part = subtract(inAll, before);
  const left = { earnings: subtract(earnings, cameBack.earnings), tax: subtract(tax, cameBack.tax) };
  if (compare(inAll, whole) === 0) return { ...left, isWhole: false };
  const open = totalOf(credited);
  const forNotes = least(split(compare(part, open) > 0 ? open : part, credited), left);
  const stays = { earnings: subtract(left.earnings, forNotes.earnings), tax: subtract(left.tax, forNotes.tax) };
  const rest = split(subtract(part, totalOf(forNotes)), stays);
  return { earnings: add(forNotes.earnings, rest.earnings), tax: add(forNotes.tax, rest.tax), isWhole: false };
}

function split(whole: Money, by: PayoutParts): PayoutParts {
  const weights = [by.earnings, by.tax].map(({ amountMinor }) => Math.max(0, amountMinor));
  const [earnings, tax] = allocate(whole, weights) as [Money, Money];
  return { earnings, tax };
}

/** Of one no more than there is of the other, and nothing where that is below nothing. */
const upTo = ({ amountMinor, currency }: Money, other: Money): Money => ({
  amountMinor: Math.max(0, Math.min(amountMinor, other.amountMinor)),
  currency,
});
const least = (one: PayoutParts, other: PayoutParts): PayoutParts => ({
  earnings: upTo(one.earnings, other.earnings),
  tax: upTo(one.tax, other.tax),
});
