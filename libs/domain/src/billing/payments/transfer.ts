import { allocate, compare, type Money, subtract, sum } from '../money/money.js';
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
}

/** What of a transfer has come back just now. */
export interface CameBack extends PayoutParts {
  /** All of it at once: then it is as if it had never gone. A part is owed again beside it. */
  readonly isWhole: boolean;
}

const totalOf = ({ earnings, tax }: PayoutParts): Money => sum([earnings, tax], earnings.currency);

/**
 * What comes back of a transfer, by what the payment service says to have taken back of it in all. Each part is of earnings and tax as the
 * whole is, and parts that come to the whole give both back to the unit.
 * @param reversed in all, never less than it was before; no more than the transfer counts
 * @returns null where nothing is new
 * @throws DomainError `money.currencies-differ`
 */
export function comesBack({ status, earnings, tax, cameBack }: KeptTransfer, reversed: Money): CameBack | null {
  if (status !== 'sent') return null;
  const [whole, before] = [totalOf({ earnings, tax }), totalOf(cameBack)];
  const inAll = compare(reversed, whole) > 0 ? whole : reversed;
  if (compare(inAll, before) <= 0) return null;
  if (before.amountMinor === 0 && compare(inAll, whole) === 0) return { earnings, tax, isWhole: true };
  const [ofEarnings, ofTax] = allocate(inAll, [earnings.amountMinor, tax.amountMinor]) as [Money, Money];
  return { earnings: subtract(ofEarnings, cameBack.earnings), tax: subtract(ofTax, cameBack.tax), isWhole: false };
}
