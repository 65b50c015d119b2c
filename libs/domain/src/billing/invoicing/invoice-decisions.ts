import { uphold } from '../../policy.js';
import type { AcceptedDutyRun } from '../../responsibilities/work/duty-run.js';
import { addDays } from '../../time/local-date.js';
import type { Currency } from '../money/currency.js';
import { chargesOfPeriod, demandWithinQuote, invoicePolicies, latest } from './invoice.policies.js';
import { hoursOf, packsOf } from './invoiced-hours.js';
import type { Invoice, InvoicedSoFar, InvoiceFact, InvoiceLine, IssueInvoice } from './invoice.js';
import { add, type Money, moneyOf, subtract, sum, times, zero } from '../money/money.js';
import { usualInvoicing } from '../pricing/invoicing-terms.js';
import { commissionOn, taxOn } from '../pricing/quote.js';

/**
 * The invoice of a period: its accepted runs and its accepted time at their agreed prices, the packs of hours that were bought in it, and its late fees, which are charged
 * like work: they are for time that was kept free. Commission is what is owed for everything invoiced up
 * to now less what was invoiced before, so that no rounding is lost or gained over many invoices and a fully invoiced
 * agreement comes to its quote, net of tax. Tax is owed per invoice and rate: the rate on what this invoice charges,
 * rounded once (EN 16931, BR-CO-17).
 * @throws DomainError `invoice.*`, `money.too-large`
 */
export function decideInvoice(command: IssueInvoice): InvoiceFact[] {
  uphold(invoicePolicies, command);
  const terms = latest(command.acceptedTerms);
  const { currency } = terms;
  const { invoicedSoFar: before } = command;
  const { runs, timeEntries, hourPacks, lateFees } = chargesOfPeriod(command);
  const lines = linesOf(runs);
  const hours = [...packsOf(hourPacks), ...hoursOf(timeEntries, before.hours)];
  const fees = sum(
    lateFees.map((fee) => fee.amount),
    currency,
  );
  const work = [...lines, ...hours];
  const subtotal = sum([...work.map((line) => line.amount), fees], currency);
  const charged = chargedPerLine(before, work);
  demandWithinQuote(charged, command.acceptedTerms);

  const chargedFees = BigInt(before.lateFees.amountMinor) + BigInt(fees.amountMinor);
  const chargedSubtotal = [...charged.values()].reduce((a, b) => a + b, chargedFees);
  const commission = subtract(moneyOf(commissionOn(chargedSubtotal, terms), currency), before.commission);
  const tax = moneyOf(taxOn(BigInt(add(subtotal, commission).amountMinor), terms), currency);
  const { invoiceId, number, agreementId, agencyId, businessId, periodFrom, periodTo, issuedOn, now } = command;
  const invoice: Invoice = {
    invoiceId,
    number,
    agreementId,
    agencyId,
    businessId,
    parties: terms.parties ?? command.parties,
    periodFrom,
    periodTo,
    lines,
    hours,
    lateFees: lateFees.map(({ bookingId, incurredAt, amount }) => ({ bookingId, incurredAt, amount })),
    subtotal,
    commissionBps: terms.commissionBps,
    commission,
    taxBps: terms.taxBps,
    taxNote: terms.taxNote,
    tax,
    total: sum([subtotal, commission, tax], currency),
    issuedOn,
    ...(command.by === 'business' && { selfBilled: true as const }),
    dueOn: addDays(issuedOn, (terms.invoicing ?? usualInvoicing).daysToPay),
    issuedAt: now,
  };
  return [{ type: 'invoiceIssued', invoice }];
}

/** An invoice is born whole and never changes. */
export function evolveInvoice(invoice: Invoice | null, fact: InvoiceFact): Invoice {
  if (invoice) throw new Error(`the invoice ${invoice.number} was issued before`);
  return fact.invoice;
}

/** What an agreement's invoices add up to, for the next one. */
export function invoicedSoFar(invoices: readonly Invoice[], currency: Currency): InvoicedSoFar {
  const perLine = new Map<string, Money>();
  const hours = invoices.flatMap((invoice) => invoice.hours);
  for (const { lineId, amount } of [...invoices.flatMap((invoice) => invoice.lines), ...hours]) {
    perLine.set(lineId, add(perLine.get(lineId) ?? zero(currency), amount));
  }
  return {
    perLine: Object.fromEntries(perLine),
    hours,
    lateFees: sum(
      invoices.flatMap((invoice) => invoice.lateFees.map(({ amount }) => amount)),
      currency,
    ),
    commission: sum(
      invoices.map((invoice) => invoice.commission),
      currency,
    ),
  };
}

/** Runs of one line at one price are one line of the invoice. */
function linesOf(runs: readonly AcceptedDutyRun[]): InvoiceLine[] {
  const groups = new Map<string, AcceptedDutyRun[]>();
  for (const run of runs) {
    const key = `${run.unitPrice.amountMinor} ${run.lineId}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].map((group) => {
    const { lineId, description, unit, unitPrice } = group[group.length - 1] as AcceptedDutyRun;
    const quantity = group.reduce((total, run) => total + run.quantity, 0);
    const dutyRunIds = group.map((run) => run.dutyRunId);
    return { lineId, description, unit, quantity, unitPrice, amount: times(unitPrice, quantity), dutyRunIds };
  });
}

function chargedPerLine(
  before: InvoicedSoFar,
  lines: readonly Pick<InvoiceLine, 'lineId' | 'amount'>[],
): ReadonlyMap<string, bigint> {
  const charged = new Map(
    Object.entries(before.perLine).map(([lineId, amount]) => [lineId, BigInt(amount.amountMinor)] as const),
  );
  for (const { lineId, amount } of lines) {
    charged.set(lineId, (charged.get(lineId) ?? 0n) + BigInt(amount.amountMinor));
  }
  return charged;
}
