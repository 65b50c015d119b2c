import { endOfDay, isBefore, localDate, startOfDay } from '../../time/calendar.js';
import { periodsOfTerm } from '../../time/periods.js';
import type { AgreementTerms } from '../../responsibilities/agreement/agreement-terms.js';
import type { HourPack } from '../../responsibilities/hours/hour-pack.js';
import type { AcceptedEntry } from '../../responsibilities/hours/time-entry.js';
import type { AcceptedDutyRun } from '../../responsibilities/work/duty-run.js';
import { usualInvoicing } from '../pricing/invoicing-terms.js';
import { demand, type Policy } from '../../policy.js';
import { assertLocalDate } from '../../time/local-date.js';
import type { IssueInvoice, LateFeeLine } from './invoice.js';

const datesExist: Policy<IssueInvoice> = ({ periodFrom, periodTo }) => {
  assertLocalDate(periodFrom, ['periodFrom']);
  assertLocalDate(periodTo, ['periodTo']);
};

const datesAreOrdered: Policy<IssueInvoice> = ({ periodFrom, periodTo }) =>
  demand(periodFrom <= periodTo, 'invoice.period-reversed', { at: ['periodTo'] });

const thePeriodHasBegunToEnd: Policy<IssueInvoice> = ({ periodTo, acceptedTerms, now }) =>
  demand(periodTo <= localDate(now, latest(acceptedTerms).timeZone), 'invoice.period-in-the-future', {
    at: ['periodTo'],
  });

/** Where the customer writes the invoices, nobody else does: the same work would be charged by two hands. */
const theAgreedSideWritesIt: Policy<IssueInvoice> = ({ by, acceptedTerms }) => {
  const { selfBilling } = latest(acceptedTerms).invoicing ?? usualInvoicing;
  demand((by === 'business') === selfBilling, 'invoice.written-by-the-other');
};

const runsAreOfTheAgreement: Policy<IssueInvoice> = ({ runs, agreementId }) =>
  demand(
    runs.every((run) => run.agreementId === agreementId),
    'invoice.run-of-another-agreement',
  );

const noRunIsChargedTwice: Policy<IssueInvoice> = ({ runs }) => {
  demand(new Set(runs.map((run) => run.dutyRunId)).size === runs.length, 'invoice.run-already-invoiced');
  const invoiced = runs.find((run) => run.invoiceId !== null);
  demand(!invoiced, 'invoice.run-already-invoiced', { dutyRunId: invoiced?.dutyRunId });
};

export const invoicePolicies: readonly Policy<IssueInvoice>[] = [
  datesExist,
  datesAreOrdered,
  thePeriodHasBegunToEnd,
  theAgreedSideWritesIt,
  runsAreOfTheAgreement,
  noRunIsChargedTwice,
];

/** The terms of the version that both sides accepted last. */
export function latest(acceptedTerms: readonly AgreementTerms[]): AgreementTerms {
  const terms = acceptedTerms.at(-1);
  if (!terms) throw new Error('an invoice needs the terms of an accepted agreement');
  return terms;
}

/** What the period has to charge. @throws DomainError `invoice.nothing-to-invoice` */
export function chargesOfPeriod({
  runs,
  timeEntries,
  hourPacks,
  lateFees,
  periodFrom,
  periodTo,
  acceptedTerms,
}: IssueInvoice): {
  runs: AcceptedDutyRun[];
  timeEntries: AcceptedEntry[];
  hourPacks: HourPack[];
  lateFees: LateFeeLine[];
} {
  const { timeZone, currency } = latest(acceptedTerms);
  const from = startOfDay(periodFrom, timeZone);
  const to = endOfDay(periodTo, timeZone);
  const isWithin = (instant: string): boolean => !isBefore(instant, from) && isBefore(instant, to);
  const chosen = {
    runs: runs.filter(({ acceptedAt }) => isWithin(acceptedAt)),
    timeEntries: timeEntries.filter(({ acceptedAt }) => isWithin(acceptedAt)),
    hourPacks: hourPacks.filter(
      ({ boughtAt, minutes, refundedMinutes }) => isWithin(boughtAt) && refundedMinutes < minutes,
    ),
    // Before an agreement said what an hour costs, a fee could be in another currency; the two sides settle such a one.
    lateFees: lateFees.filter(({ incurredAt, amount }) => isWithin(incurredAt) && amount.currency === currency),
  };
  const many = chosen.runs.length + chosen.timeEntries.length + chosen.hourPacks.length + chosen.lateFees.length;
  demand(many > 0, 'invoice.nothing-to-invoice');
  return chosen;
}

/**
 * What the accepted terms quote for each line: for every period the highest price at which any accepted version had
 * it, since work that was done keeps its terms. With one accepted version that is the quote's subtotal of the line.
 */
export function quotedPerLine(acceptedTerms: readonly AgreementTerms[]): ReadonlyMap<string, bigint> {
  const perPeriod = new Map<string, bigint[]>();
  for (const terms of acceptedTerms) {
    const periods = periodsOfTerm(terms);
    for (const line of terms.lines) {
      const price = BigInt(line.volume) * BigInt(line.unitPrice.amountMinor);
      const prices = perPeriod.get(line.lineId) ?? [];
      for (const { number } of periods(line)) {
        const before = prices[number - 1] ?? 0n;
        prices[number - 1] = price > before ? price : before;
      }
      perPeriod.set(line.lineId, prices);
    }
  }
  return new Map([...perPeriod].map(([lineId, prices]) => [lineId, prices.reduce((a, b) => a + b, 0n)]));
}

/**
 * Nothing is invoiced beyond what both sides accepted for a line, net of tax; so nothing is in total, and commission, which
 * only grows with the total, is bounded with it. Tax follows from each invoice by its rate and is no part of the ceiling.
 * @throws DomainError `invoice.beyond-quote`
 */
export function demandWithinQuote(
  chargedPerLine: ReadonlyMap<string, bigint>,
  acceptedTerms: readonly AgreementTerms[],
): void {
  const quoted = quotedPerLine(acceptedTerms);
  for (const [lineId, charged] of chargedPerLine) {
    demand(charged <= (quoted.get(lineId) ?? 0n), 'invoice.beyond-quote', { lineId });
  }
}
