import { DomainError, type Currency, isCurrency, minorUnitDigits } from '#domain';
import { isOneLine, textFaultIn } from '#text';

/** A credit as a statement has it, in whichever form. */
export interface StatementCredit {
  /** From 1, in the order of the file. */
  readonly entry: number;
  readonly bankReference: string;
  readonly bookedOn: string;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly payerName: string | null;
  readonly payerIban: string | null;
  readonly remittance: string;
  /** The id that an order to the bank gave the transfer, which a bank hands on with what comes back of it. */
  readonly endToEndId: string | null;
}

/** A debit that the bank has booked. */
export interface StatementDebit extends Pick<
  StatementCredit,
  'bankReference' | 'bookedOn' | 'currency' | 'amountMinor' | 'endToEndId'
> {
  readonly remittance: string;
}

/** What lay in the account at the end of a day, as the bank states it. */
export interface ClosingBalance {
  readonly on: string;
  readonly currency: Currency;
  readonly amountMinor: number;
}

export interface Statement {
  readonly credits: readonly StatementCredit[];
  /** For the reconciliation; what can't be read of them is left out. */
  readonly debits: readonly StatementDebit[];
  readonly balances: readonly ClosingBalance[];
  readonly passedOver: number;
  readonly rejected: readonly { readonly entry: number; readonly code: string; readonly detail: string }[];
}

/** An entry as it was written, before anybody has looked at what it says. */
export interface WrittenEntry {
  readonly entry: number;
  readonly isBooked: boolean;
  readonly isCredit: boolean;
  readonly endToEndId: string;
  readonly bankReference: string;
  readonly bookedOn: string;
  readonly currency: string;
  /** Decimal, with a point or a comma. */
  readonly amount: string;
  readonly payerName: string;
  readonly payerIban: string;
  readonly remittance: string;
}

/** A closing balance as it was written. */
export interface WrittenBalance {
  readonly on: string;
  readonly currency: string;
  readonly amount: string;
  readonly isCredit: boolean;
}

export const maxEntries = 5_000;

/** Takes what can be taken, and says of the rest why not. @throws DomainError `statement.too-many-entries` */
export function statementOf(entries: readonly WrittenEntry[], closing: readonly WrittenBalance[] = []): Statement {
  if (entries.length > maxEntries) throw new DomainError('statement.too-many-entries', { max: maxEntries });
  const credits: StatementCredit[] = [];
  const debits: StatementDebit[] = [];
  const rejected: { entry: number; code: string; detail: string }[] = [];
  let passedOver = 0;
  for (const written of entries) {
    if (!written.isBooked || !written.isCredit) passedOver += 1;
    if (!written.isBooked) continue;
    try {
      (written.isCredit ? credits : debits).push(creditOf(written));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (!written.isCredit) continue;
      rejected.push({ entry: written.entry, code: error.code, detail: String(error.details.detail ?? '') });
    }
  }
  return { credits, debits, balances: closing.flatMap(balanceOf), passedOver, rejected };
}

/** One that can't be read is left out. */
function balanceOf({ on, currency, amount, isCredit }: WrittenBalance): ClosingBalance[] {
  if (!isCurrency(currency) || !isDate(on)) return [];
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:\.(\d{1,5}))?$/.exec(amount) ?? [];
  const amountMinor = Number(`${whole}${fraction.padEnd(minorUnitDigits[currency], '0')}`);
  const isWhole = whole !== '' && fraction.replace(/0+$/, '').length <= minorUnitDigits[currency];
  return isWhole ? [{ on, currency, amountMinor: isCredit ? amountMinor : -amountMinor }] : [];
}

const isDate = (on: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(on) && new Date(on).toJSON()?.slice(0, 10) === on;

function creditOf({ entry, currency, ...written }: WrittenEntry): StatementCredit {
  if (!isCurrency(currency)) throw refusal('bad-amount', `"${currency.slice(0, 10)}" is no currency that is taken.`);
  const bookedOn = written.bookedOn.slice(0, 10);
  if (!isDate(bookedOn)) {
    throw refusal('bad-date', `"${bookedOn}" is no date of the calendar.`);
  }
  const bankReference = textOf(written.bankReference, 100);
  if (bankReference === '')
    throw refusal('no-reference', 'The bank gives it no reference, so it can not be told from others.');
  return {
    entry,
    bankReference,
    bookedOn,
    currency,
    amountMinor: minorUnitsOf(written.amount, currency),
    payerName: textOf(written.payerName, 140) || null,
    payerIban: textOf(written.payerIban.replaceAll(/\s/g, '').toUpperCase(), 34) || null,
    remittance: textOf(written.remittance, 1_000),
    endToEndId: textOf(written.endToEndId, 35) || null,
  };
}

/** `1234.5`, `1234,50`; no thousands are parted. */
function minorUnitsOf(amount: string, currency: Currency): number {
  const digits = minorUnitDigits[currency];
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:[.,](\d{1,5}))?$/.exec(amount.trim()) ?? [];
  const kept = fraction.replace(/0+$/, '');
  const minor = Number(`${whole}${kept.padEnd(digits, '0')}`);
  if (whole === '' || kept.length > digits || minor === 0 || !Number.isSafeInteger(minor)) {
    throw refusal('bad-amount', `"${amount.slice(0, 30)}" is no amount of ${currency}.`);
  }
  return minor;
}

function textOf(written: string, maxLength: number): string {
  const text = written.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (text.length > maxLength || !isOneLine(text) || textFaultIn(text) !== null) {
    throw refusal('bad-text', `A text is longer than ${maxLength}, or holds characters that nobody sees.`);
  }
  return text;
}

const refusal = (what: string, detail: string): DomainError => new DomainError(`statement.${what}`, { detail });
