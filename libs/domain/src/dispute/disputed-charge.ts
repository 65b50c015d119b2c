import type { CreditNote } from '../billing/invoicing/credit-note.js';
import type { Invoice } from '../billing/invoicing/invoice.js';
import { moneyOf, subtract, sum, times } from '../billing/money/money.js';
import type { TimeEntry } from '../responsibilities/hours/time-entry.js';
import type { DutyRun } from '../responsibilities/work/duty-run.js';
import type { DisputedCharge } from './dispute.js';

/** What of a run can be disputed: the units that were reported. Of one that nobody reported, none. */
export function chargeOfRun(run: DutyRun): DisputedCharge {
  const measure = 'quantity' in run ? run.quantity : 0;
  const isCharged = run.status === 'accepted';
  const { description, unit, unitPrice } = run;
  const since = run.status === 'accepted' ? run.acceptedAt : null;
  return { description, unit, measure, amount: times(unitPrice, measure), isCharged, since };
}

/** What of an entry can be disputed: its minutes in the agreed steps, or what was accepted of them. */
export function chargeOfEntry(entry: TimeEntry): DisputedCharge {
  if (!('hours' in entry) || !('roundedMinutes' in entry)) {
    throw new Error(`the entry ${entry.timeEntryId} has no time to dispute`);
  }
  const accepted = entry.status === 'accepted' ? entry : null;
  const measure = accepted?.chargedMinutes ?? entry.roundedMinutes;
  const { description, hourlyRate } = entry.hours;
  const amount = moneyOf((BigInt(hourlyRate.amountMinor) * BigInt(measure)) / 60n, hourlyRate.currency);
  const since = accepted?.acceptedAt ?? null;
  return { description, unit: null, measure, amount, isCharged: accepted !== null, since };
}

/** What of an invoice can be disputed: its subtotal less what was taken back. */
export function chargeOfInvoice({ number, subtotal, issuedAt }: Invoice, notes: readonly CreditNote[]): DisputedCharge {
  const taken = sum(
    notes.map((note) => note.subtotal),
    subtotal.currency,
  );
  const amount = subtract(subtotal, taken);
  return { description: number, unit: null, measure: amount.amountMinor, amount, isCharged: true, since: issuedAt };
}
