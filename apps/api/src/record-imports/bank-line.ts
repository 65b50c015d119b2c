import { type Currency, dateExists, DomainError } from '#domain';
import { isOneLine, textFaultIn } from '#text';
import { type Decimal, writtenMinor } from './written-amount.js';

/** A line of the bank as it was written, in whichever form. */
export interface WrittenLine {
  /** From 1, in the order of the file. */
  readonly line: number;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** As it stands there; below nothing for what went out. */
  readonly amount: string;
  readonly decimal: Decimal;
  /** That it stands where what went out does, whatever its sign. */
  readonly isOutgoing: boolean;
  /** Empty where the file doesn't say. */
  readonly currency: string;
  readonly description: string;
  readonly counterpart: string;
  readonly reference: string;
}

/** A line that can't be taken apart, and why. */
export interface BrokenLine {
  readonly line: number;
  readonly detail: string;
}

/** What a statement says, line by line. */
export interface WrittenLines {
  readonly lines: readonly WrittenLine[];
  readonly broken: readonly BrokenLine[];
}

export interface BankLine {
  readonly line: number;
  readonly datedOn: string;
  readonly amountMinor: number;
  readonly description: string;
  readonly counterpart: string | null;
  readonly reference: string | null;
}

/** @throws DomainError `record-import.…` with what is wrong */
export function bankLineOf(written: WrittenLine, currency: Currency): BankLine {
  const { line, on } = written;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || !dateExists(on)) throw refusal('bad-date', `"${on.slice(0, 20)}" is no date.`);
  if (written.currency !== '' && written.currency.toUpperCase() !== currency) {
    throw refusal('bad-amount', `It is in ${written.currency.slice(0, 10)}, and the books are in ${currency}.`);
  }
  const counterpart = textOf(written.counterpart, 200);
  const description = textOf(written.description, 300) || counterpart;
  if (description === '') throw refusal('no-description', 'It says neither what for nor with whom.');
  return {
    line,
    datedOn: on,
    amountMinor: minorOf(written, currency),
    description,
    counterpart: counterpart || null,
    reference: textOf(written.reference, 100) || null,
  };
}

function minorOf({ amount, decimal, isOutgoing }: WrittenLine, currency: Currency): number {
  const minor = writtenMinor(amount, decimal, currency);
  if (minor === null || minor === 0) {
    throw refusal('bad-amount', `"${amount.slice(0, 30)}" is no amount of ${currency}.`);
  }
  return isOutgoing ? 0 - Math.abs(minor) : minor;
}

/** Words beyond what is kept are cut; what nobody sees is dropped with the line. */
function textOf(written: string, maxLength: number): string {
  const text = written.normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, maxLength);
  if (!isOneLine(text) || textFaultIn(text) !== null)
    throw refusal('unreadable', 'It holds characters that nobody sees.');
  return text;
}

export const refusal = (what: string, detail: string): DomainError =>
  new DomainError(`record-import.${what}`, { detail });
