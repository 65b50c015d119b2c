import { type Money, moneyOf } from '../../billing/money/money.js';
import type { InvoicingTerms } from '../../billing/pricing/invoicing-terms.js';
import type { PaymentTerms } from '../../billing/pricing/payment-terms.js';
import type { Channel } from '../../need/need.js';
import type { HolidayCalendar } from '../../time/holidays.js';
import { type Recurrence, recurrenceOf } from '../../time/recurrence.js';
import type { AgreementTerms } from './agreement-terms.js';
import type { DutyLine, PackTerms } from './duty-line.js';

/** How much of a line there is, and how often. */
export type QuantityOfLine = Pick<DutyLine, 'volume' | 'unit' | 'cadence' | 'rule' | 'asNeeded'>;

/** What a part of the terms says, by its kind, so that it is worded in any language in one place. */
export type TermsValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'share'; readonly bps: number }
  | { readonly kind: 'date'; readonly on: string }
  | { readonly kind: 'channels'; readonly channels: readonly Channel[] }
  | { readonly kind: 'quantity'; readonly line: QuantityOfLine }
  | { readonly kind: 'rule'; readonly recurrence: Recurrence }
  | { readonly kind: 'accountable'; readonly accountable: DutyLine['accountable'] }
  | { readonly kind: 'holidays'; readonly holidays: HolidayCalendar }
  | { readonly kind: 'payment'; readonly payment: PaymentTerms }
  | { readonly kind: 'mode'; readonly mode: NonNullable<DutyLine['mode']> }
  | { readonly kind: 'pack'; readonly pack: PackTerms }
  | { readonly kind: 'reminders'; readonly steps: readonly { readonly afterDays: number; readonly fee: Money }[] }
  | { readonly kind: 'issuer'; readonly issuer: 'agency' | 'business' };

/** One part of the terms, or of a line, with the name that it has in three languages. */
export interface TermsPart<Field extends string> {
  readonly field: Field;
  /** Null where the terms don't say it. */
  readonly value: TermsValue | null;
}

const dayMinutes = 24 * 60;
const hourMinutes = 60;
const text = (said: string): TermsValue => ({ kind: 'text', text: said });
const money = (amount: Money): TermsValue => ({ kind: 'money', money: amount });
const duration = (minutes: number): TermsValue => ({ kind: 'duration', minutes });
const date = (on: string): TermsValue => ({ kind: 'date', on });

/** How invoices are written and reminded of, where both sides agreed on it. */
const partsOfInvoicing = ({ invoicing, currency }: AgreementTerms) => {
  const value = <Said extends TermsValue>(said: (of: InvoicingTerms) => Said) =>
    invoicing === undefined ? null : said(invoicing);
  return [
    { field: 'daysToPay', value: value(({ daysToPay }) => duration(daysToPay * dayMinutes)) },
    {
      field: 'reminders',
      value: value(({ reminders }) => ({
        kind: 'reminders' as const,
        steps: reminders.map(({ afterDays, feeMinor }) => ({ afterDays, fee: moneyOf(BigInt(feeMinor), currency) })),
      })),
    },
    {
      field: 'issuer',
      value: value(({ selfBilling }) => ({
        kind: 'issuer' as const,
        issuer: selfBilling ? ('business' as const) : ('agency' as const),
      })),
    },
  ] as const satisfies readonly TermsPart<string>[];
};

/** What holds for all lines, in the order in which people read it. */
export const partsOfTerms = (terms: AgreementTerms) =>
  [
    { field: 'startsOn', value: date(terms.startsOn) },
    { field: 'endsOn', value: date(terms.endsOn) },
    { field: 'timeZone', value: text(terms.timeZone) },
    { field: 'channels', value: { kind: 'channels', channels: terms.channels } },
    { field: 'responseTarget', value: duration(terms.responseTargetMinutes) },
    { field: 'freeCancellation', value: duration(terms.freeCancellationHours * hourMinutes) },
    { field: 'lateFee', value: { kind: 'share', bps: terms.lateFeeBps } },
    { field: 'silence', value: duration(terms.silenceAcceptsAfterHours * hourMinutes) },
    { field: 'notice', value: terms.noticeDays === undefined ? null : duration(terms.noticeDays * dayMinutes) },
    { field: 'holidays', value: terms.holidays === undefined ? null : { kind: 'holidays', holidays: terms.holidays } },
    { field: 'payment', value: terms.payment === undefined ? null : { kind: 'payment', payment: terms.payment } },
    { field: 'hourlyRate', value: terms.hourlyRate && money(terms.hourlyRate) },
    ...partsOfInvoicing(terms),
  ] as const satisfies readonly TermsPart<string>[];

export type TermsField = ReturnType<typeof partsOfTerms>[number]['field'];

function recurrenceIn({ rule }: DutyLine) {
  const recurrence = rule === undefined ? null : recurrenceOf(rule);
  return recurrence && { kind: 'rule' as const, recurrence };
}

/** What one line says. */
export const partsOfLine = (line: DutyLine) =>
  [
    { field: 'duty', value: text(line.description) },
    { field: 'quantity', value: { kind: 'quantity', line } },
    { field: 'rule', value: recurrenceIn(line) },
    { field: 'unitPrice', value: money(line.unitPrice) },
    { field: 'step', value: line.asNeeded === undefined ? null : duration(line.asNeeded.stepMinutes) },
    { field: 'pack', value: line.asNeeded?.pack === undefined ? null : { kind: 'pack', pack: line.asNeeded.pack } },
    { field: 'accountable', value: { kind: 'accountable', accountable: line.accountable } },
    { field: 'mode', value: line.mode === undefined ? null : { kind: 'mode', mode: line.mode } },
    { field: 'doneCriterion', value: text(line.doneCriterion) },
  ] as const satisfies readonly TermsPart<string>[];

export type LineField = ReturnType<typeof partsOfLine>[number]['field'];
