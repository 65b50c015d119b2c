import { addDays } from '../../time/local-date.js';
import type { ReminderStep } from '../pricing/invoicing-terms.js';

/** What is known of an invoice when somebody looks whether it is time to remind. */
export interface LateInvoice {
  /** Last local date on which it was to be paid. */
  readonly dueOn: string;
  /** As they were agreed when it was issued. */
  readonly steps: readonly ReminderStep[];
  /** How many were sent. */
  readonly sent: number;
  /** Local date of the last one. */
  readonly lastSentOn: string | null;
  /** What is left to be paid. */
  readonly openMinor: number;
  /** Whether a dispute about it is under way. */
  readonly isDisputed: boolean;
}

/** A reminder: the how many-eth it is, and what is owed for it. */
export interface DueReminder extends ReminderStep {
  readonly step: number;
}

/** The reminder that is to be sent on a day; null for what is paid, disputed, or not late enough. Never two on one day. */
export function reminderDue(invoice: LateInvoice, today: string): DueReminder | null {
  const { dueOn, steps, sent, lastSentOn, openMinor, isDisputed } = invoice;
  const next = steps[sent];
  if (next === undefined || openMinor <= 0 || isDisputed) return null;
  if (lastSentOn !== null && lastSentOn >= today) return null;
  return today >= addDays(dueOn, next.afterDays) ? { ...next, step: sent + 1 } : null;
}
