import type { Money } from '../../billing/money/money.js';
import type { CreditNoteId, HourPackId, InvoiceId } from '../../ids.js';
import type { Period } from '../../time/periods.js';
import type { AgreementParties } from '../../work-parties.js';
import type { announcedPercents } from './time-entry.js';

/** Which pack it is, and what was agreed of it. */
interface PackOfPeriod extends AgreementParties {
  readonly hourPackId: HourPackId;
  readonly lineId: string;
  readonly description: string;
  readonly hourlyRate: Money;
  /** Whole hours, in minutes. */
  readonly minutes: number;
  /** So much of what is left at the end of its period stays for the next pack; the rest lapses. */
  readonly carryOverMinutes: number;
  readonly period: Period;
  /** The first instant of the period, and the one after its last. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The hours of one period of a line, which are paid ahead and used up by accepted time. */
export interface HourPack extends PackOfPeriod {
  readonly boughtAt: string;
  /** The highest share that both sides were told of. */
  readonly announcedPercent: 0 | (typeof announcedPercents)[number];
  readonly invoiceId: InvoiceId | null;
  /** Unused minutes that were paid back, since the agency can't work any more. */
  readonly refundedMinutes: number;
}

export interface BuyHourPack extends PackOfPeriod {
  readonly type: 'buyHourPack';
  readonly now: string;
}
/** What was accepted in its period has changed. */
export interface CountHourPack {
  readonly type: 'countHourPack';
  readonly usedMinutes: number;
  /** With what was carried over. */
  readonly availableMinutes: number;
  readonly now: string;
}
export interface InvoiceHourPack {
  readonly type: 'invoiceHourPack';
  readonly invoiceId: InvoiceId;
  readonly now: string;
}
export interface RefundHourPack {
  readonly type: 'refundHourPack';
  readonly minutes: number;
  /** What takes it back of its invoice; null where none charged it yet, and none will. */
  readonly creditNoteId: CreditNoteId | null;
  readonly now: string;
}
export type HourPackCommand = CountHourPack | InvoiceHourPack | RefundHourPack;

export interface HourPackBought extends PackOfPeriod {
  readonly type: 'hourPackBought';
  readonly boughtAt: string;
}
export interface HourPackUsed {
  readonly type: 'hourPackUsed';
  readonly percent: (typeof announcedPercents)[number];
  readonly usedMinutes: number;
  readonly availableMinutes: number;
  readonly usedAt: string;
}
export interface HourPackInvoiced {
  readonly type: 'hourPackInvoiced';
  readonly invoiceId: InvoiceId;
  readonly invoicedAt: string;
}
export interface HourPackRefunded {
  readonly type: 'hourPackRefunded';
  readonly minutes: number;
  readonly amount: Money;
  readonly creditNoteId: CreditNoteId | null;
  readonly refundedAt: string;
}
export type HourPackFact = HourPackBought | HourPackUsed | HourPackInvoiced | HourPackRefunded;
