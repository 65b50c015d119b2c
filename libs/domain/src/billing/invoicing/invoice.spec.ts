import * as fc from 'fast-check';
import type { BookingId, InvoiceId, TimeEntryId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import {
  acceptedAgreement,
  agencyId,
  agreementId,
  businessId,
  inCurrency,
  parties,
  terms,
} from '../../responsibilities/agreement/agreement.examples.js';
import type { AgreementTerms } from '../../responsibilities/agreement/agreement-terms.js';
import { hoursOfPeriod } from '../../responsibilities/hours/hours-of-period.js';
import type { AcceptedEntry } from '../../responsibilities/hours/time-entry.js';
import { scheduleRuns } from '../../responsibilities/work/duty-run-schedule.js';
import { playedRun, scheduleOf, termsInForce } from '../../responsibilities/work/duty-run.examples.js';
import type { AcceptedDutyRun, PlannedRun } from '../../responsibilities/work/duty-run.js';
import type { Currency } from '../money/currency.js';
import { invoiceOfMarch } from './invoice.examples.js';
import type { Invoice, IssueInvoice, LateFeeLine } from './invoice.js';
import { quotedPerLine } from './invoice.policies.js';
import { decideInvoice, evolveInvoice, invoicedSoFar } from './invoice-decisions.js';
import { type Money, sum } from '../money/money.js';
import { quoteOf } from '../pricing/quote.js';

/** A run whose whole volume was done and accepted at an instant. */
const accepted = (plan: PlannedRun, index: number, acceptedAt = plan.dueAt): AcceptedDutyRun => ({
  ...plan,
  ...(playedRun([scheduleOf(plan, `run-${index}`)]).run as AcceptedDutyRun),
  status: 'accepted',
  doneAt: acceptedAt,
  reportedAt: acceptedAt,
  firstDoneAt: acceptedAt,
  minutes: 60,
  quantity: plan.volume,
  evidence: [{ kind: 'note', value: 'done' }],
  acceptedAt,
  bySilence: false,
  quality: 5,
  rest: null,
  invoiceId: null,
});
const allRuns = (agreed: AgreementTerms): AcceptedDutyRun[] =>
  scheduleRuns(agreed, 1).map((plan, index) => accepted(plan, index));

const agreed = termsInForce();
const runs = allRuns(agreed);
const march: IssueInvoice = {
  type: 'issueInvoice',
  ...invoiceOfMarch,
  runs,
  timeEntries: [],
  hourPacks: [],
  lateFees: [],
  acceptedTerms: [agreed],
  invoicedSoFar: invoicedSoFar([], 'EUR'),
  by: 'agency',
  now: '2026-04-01T08:00:00.000Z',
};
const issue = (command: IssueInvoice): Invoice => {
  const [fact] = decideInvoice(command);
  if (!fact) throw new Error('nothing was issued');
  return evolveInvoice(null, fact);
};

describe('an invoice', () => {
  it('has the runs that were accepted in its period, in the zone of the agreement', () => {
    const invoice = issue(march);
    // Four weeks end in March, on the clock of Madrid: the fifth falls due on 6 April.
    expect(invoice.lines.map((line) => [line.lineId, line.quantity, line.amount.amountMinor])).toEqual([
      ['inbox', 20, 25_000],
    ]);
    expect(invoice.subtotal.amountMinor).toBe(25_000);
    expect(invoice.commission.amountMinor).toBe(3000);
    expect(invoice.tax.amountMinor).toBe(5880);
    expect(invoice.total.amountMinor).toBe(33_880);
    expect(invoice.lines[0]?.dutyRunIds).toEqual(['run-0', 'run-1', 'run-2', 'run-3']);
  });

  it('charges late fees of its period like work, and each once', () => {
    const fee = (id: string, amountMinor: number, incurredAt: string): LateFeeLine => ({
      bookingId: id as BookingId,
      amount: { amountMinor, currency: 'EUR' },
      incurredAt,
    });
    const [early, late] = [fee('b1', 925, '2026-03-31T21:59:59.999Z'), fee('b2', 500, '2026-03-31T22:00:00.000Z')];
    const invoice = issue({ ...march, runs: [], lateFees: [early, late] });
    expect(invoice).toMatchObject({ lines: [], lateFees: [early], subtotal: { amountMinor: 925 } });
    expect(invoice.commission.amountMinor).toBe(111);
    const next = { ...march, periodTo: '2026-04-30', now: '2026-05-01T08:00:00.000Z', lateFees: [late] };
    const both = issue({ ...next, invoicedSoFar: invoicedSoFar([invoice], 'EUR') });
    const together = issue({ ...next, lateFees: [early, late] });
    expect(both.lateFees).toEqual([late]);
    for (const part of ['subtotal', 'commission', 'tax', 'total'] as const) {
      expect(both[part].amountMinor + invoice[part].amountMinor).toBe(together[part].amountMinor);
    }
    const foreign = { ...early, amount: { amountMinor: 925, currency: 'JPY' as const } };
    const nothing = () => issue({ ...march, runs: [], lateFees: [late, foreign] });
    expect(refusalOf(nothing)).toBe('invoice.nothing-to-invoice');
  });

  it('counts an evening in Madrid to its own day and the next midnight to the next', () => {
    const at = (acceptedAt: string) => ({ ...march, runs: [{ ...runs[0]!, acceptedAt }] });
    expect(refusalOf(() => issue(at('2026-03-31T21:59:59.999Z')))).toBeNull();
    expect(refusalOf(() => issue(at('2026-03-31T22:00:00.000Z')))).toBe('invoice.nothing-to-invoice');
  });

  it('is the whole quote when everything of the agreement is on it', () => {
    const invoice = issue({ ...march, periodTo: '2026-06-30', now: '2026-07-01T08:00:00.000Z' });
    const quote = quoteOf(agreed);
    expect([invoice.subtotal, invoice.commission, invoice.tax, invoice.total]).toEqual([
      quote.subtotal,
      quote.commission,
      quote.tax,
      quote.total,
    ]);
  });

  it('is refused for what is no period', () => {
    expect(refusalOf(() => issue({ ...march, periodFrom: '2026-02-30' }))).toBe('time.bad-date periodFrom');
    expect(refusalOf(() => issue({ ...march, periodTo: '2026-02-28' }))).toBe('invoice.period-reversed periodTo');
    expect(refusalOf(() => issue({ ...march, periodTo: '2026-04-02' }))).toBe('invoice.period-in-the-future periodTo');
  });

  it('may be of a single day, and of the day that has not ended yet', () => {
    const today = { ...march, periodFrom: '2026-03-09', periodTo: '2026-03-09', now: '2026-03-09T12:00:00.000Z' };
    expect(issue(today).lines.map((line) => line.quantity)).toEqual([5]);
  });

  it('is refused without accepted work, with work of another agreement, and with work that was charged', () => {
    const first = runs[0]!;
    expect(refusalOf(() => issue({ ...march, runs: [] }))).toBe('invoice.nothing-to-invoice');
    const other = { ...first, agreementId: 'agreement-9' as typeof agreementId };
    expect(refusalOf(() => issue({ ...march, runs: [other] }))).toBe('invoice.run-of-another-agreement');
    expect(refusalOf(() => issue({ ...march, runs: [first, first] }))).toBe('invoice.run-already-invoiced');
    const charged = { ...first, invoiceId: 'invoice-0' as InvoiceId };
    expect(refusalOf(() => issue({ ...march, runs: [charged] }))).toBe('invoice.run-already-invoiced');
  });

  it('never goes beyond what the accepted terms quote for a line', () => {
    const extra = accepted({ ...scheduleRuns(agreed, 1)[0]!, periodNumber: 99 }, 999);
    const whole = { ...march, periodTo: '2026-06-30', now: '2026-07-01T08:00:00.000Z' };
    expect(refusalOf(() => issue({ ...whole, runs: [...runs, extra] }))).toBe('invoice.beyond-quote');
    const unknown = { ...runs[0]!, lineId: 'something else' };
    expect(refusalOf(() => issue({ ...march, runs: [unknown] }))).toBe('invoice.beyond-quote');
    const before = invoicedSoFar([issue(whole)], 'EUR');
    expect(refusalOf(() => issue({ ...march, runs: [extra], invoicedSoFar: before }))).toBe('invoice.beyond-quote');
  });

  it('is issued once', () => {
    const invoice = issue(march);
    expect(() => evolveInvoice(invoice, { type: 'invoiceIssued', invoice })).toThrow('issued before');
  });

  it('charges what was done before a change order at its old price', () => {
    const dearer: AgreementTerms = {
      ...agreed,
      endsOn: '2026-08-30',
      lines: agreed.lines.map((line) => ({ ...line, unitPrice: { ...line.unitPrice, amountMinor: 100 } })),
    };
    const old = scheduleRuns(agreed, 1).filter((plan) => plan.lineId === 'inbox');
    const changed = scheduleRuns(dearer, 2).filter((plan) => plan.lineId === 'inbox' && plan.periodNumber > 13);
    const both = [...old, ...changed].map((plan, index) => accepted(plan, index));
    const command = { ...march, periodTo: '2026-12-31', runs: both, now: '2027-01-01T08:00:00.000Z' };
    const invoice = issue({ ...command, acceptedTerms: [agreed, dearer] });
    expect(invoice.lines.map((line) => [line.quantity, line.amount.amountMinor])).toEqual([
      [65, 81_250],
      [65, 6500],
    ]);
    expect(refusalOf(() => issue({ ...command, acceptedTerms: [agreed] }))).toBe('invoice.beyond-quote');
  });

  it('has the quote as the bound of every line while there is one accepted version', () => {
    const bound = quotedPerLine([agreed]);
    for (const line of quoteOf(agreed).lines) expect(bound.get(line.lineId)).toBe(BigInt(line.subtotal.amountMinor));
  });
});

describe('accepted time', () => {
  const rate = { amountMinor: 1001, currency: 'EUR' } as const;
  const hourly: AgreementTerms = {
    ...agreed,
    lines: agreed.lines.map((line) => ({ ...line, volume: 4, unitPrice: rate, asNeeded: { stepMinutes: 1 } })),
  };
  const entry = (id: string, chargedMinutes: number): AcceptedEntry => ({
    status: 'accepted',
    timeEntryId: id as TimeEntryId,
    agreementId,
    businessId,
    agencyId,
    assistantId: agreed.assistantId,
    lineId: 'inbox',
    startedAt: '2026-03-09T09:00:00.000Z',
    note: null,
    timesReturned: 0,
    endedAt: '2026-03-09T10:00:00.000Z',
    minutes: chargedMinutes,
    roundedMinutes: chargedMinutes,
    hours: hoursOfPeriod(hourly, 'inbox', '2026-03-09T09:00:00.000Z'),
    recordedAt: '2026-03-09T10:00:00.000Z',
    acceptedAt: '2026-03-09T11:00:00.000Z',
    bySilence: false,
    chargedMinutes,
    invoiceId: null,
  });
  const of = (timeEntries: AcceptedEntry[], before: Invoice[] = []) =>
    issue({ ...march, runs: [], timeEntries, acceptedTerms: [hourly], invoicedSoFar: invoicedSoFar(before, 'EUR') });

  it('is charged by its line and rate', () => {
    const invoice = of([entry('e1', 30), entry('e2', 60)]);
    expect(invoice.hours).toMatchObject([
      { lineId: 'inbox', minutes: 90, hourlyRate: rate, amount: { amountMinor: 1501 }, timeEntryIds: ['e1', 'e2'] },
    ]);
    expect(invoice.subtotal.amountMinor).toBe(1501);
  });

  it('comes to the exact price of all minutes, rounded down, however it is spread over invoices', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 }), (minutes) => {
        const invoices: Invoice[] = [];
        for (const [index, some] of minutes.entries()) invoices.push(of([entry(`e${index}`, some)], invoices));
        const all = minutes.reduce((total, some) => total + some, 0);
        const charged = invoices.reduce((total, { subtotal }) => total + subtotal.amountMinor, 0);
        expect(charged).toBe(Math.floor((all * rate.amountMinor) / 60));
      }),
    );
  });

  it('never goes beyond the quote of its line', () => {
    const quoted = quotedPerLine([hourly]).get('inbox')!;
    const most = Number((quoted * 60n) / BigInt(rate.amountMinor));
    expect(of([entry('e1', most)]).subtotal.amountMinor).toBe(Number(quoted));
    expect(refusalOf(() => of([entry('e1', most + 1)]))).toBe('invoice.beyond-quote');
  });
});

describe('the invoices of an agreement', () => {
  const some = fc.record({
    currency: fc.constantFrom<Currency>('EUR', 'JPY', 'KWD'),
    prices: fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 2 }),
    commissionBps: fc.integer({ min: 0, max: 5000 }),
    taxBps: fc.integer({ min: 0, max: 3000 }),
    cut: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 16, maxLength: 16 }),
  });

  it('come to exactly the quote net of tax, however its runs are spread, and each is taxed by its own amounts', () => {
    fc.assert(
      fc.property(some, ({ currency, prices, commissionBps, taxBps, cut }) => {
        const priced = inCurrency(terms, currency);
        const lines = priced.lines.map((line, index) => ({
          ...line,
          unitPrice: { currency, amountMinor: index < 2 ? (prices[index] ?? 0) : 0 },
        }));
        const base = termsInForce(acceptedAgreement({ ...priced, lines }));
        const whole: AgreementTerms = { ...base, commissionBps, taxBps };
        const parts = new Map<number, AcceptedDutyRun[]>();
        for (const [index, run] of allRuns(whole).entries()) {
          const part = cut[index % cut.length] ?? 0;
          parts.set(part, [...(parts.get(part) ?? []), run]);
        }
        const invoices: Invoice[] = [];
        for (const part of parts.values()) {
          const command = { ...march, periodTo: '2026-12-31', runs: part, acceptedTerms: [whole] };
          const before = invoicedSoFar(invoices, currency);
          invoices.push(issue({ ...command, invoicedSoFar: before, now: '2027-01-02T00:00:00.000Z' }));
        }
        const total = (of: (invoice: Invoice) => Money): Money => sum(invoices.map(of), currency);
        const quote = quoteOf(whole);
        expect(total((invoice) => invoice.subtotal)).toEqual(quote.subtotal);
        expect(total((invoice) => invoice.commission)).toEqual(quote.commission);
        for (const invoice of invoices) {
          const { subtotal, commission, tax, total: due } = invoice;
          expect(commission.amountMinor).toBeGreaterThanOrEqual(0);
          // BR-CO-17: the rate on the taxable amount, to the nearest minor unit.
          const exact = ((subtotal.amountMinor + commission.amountMinor) * taxBps) / 10_000;
          expect(Math.abs(tax.amountMinor - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
          expect(due).toEqual(sum([subtotal, commission, tax], currency));
        }
      }),
    );
  });

  it('of 8.58 each are all taxed alike, whatever was rounded away before', () => {
    const small: AgreementTerms = {
      ...agreed,
      commissionBps: 1000,
      lines: agreed.lines.map((line) => ({
        ...line,
        volume: 1,
        unitPrice: { ...line.unitPrice, amountMinor: line.lineId === 'inbox' ? 858 : 0 },
      })),
    };
    const three = scheduleRuns(small, 1)
      .filter(({ lineId }) => lineId === 'inbox')
      .slice(0, 3);
    const invoices: Invoice[] = [];
    for (const [index, plan] of three.entries()) {
      const command = { ...march, periodTo: '2026-06-30', runs: [accepted(plan, index)], acceptedTerms: [small] };
      const before = invoicedSoFar(invoices, 'EUR');
      invoices.push(issue({ ...command, invoicedSoFar: before, now: '2026-07-01T08:00:00.000Z' }));
    }
    // 858 and 86 are 944, 21 % of it 198.24; with 85 they are 943, and it is 198.03.
    expect(
      invoices.map(({ subtotal, commission, tax }) => [subtotal, commission, tax].map((part) => part.amountMinor)),
    ).toEqual([
      [858, 86, 198],
      [858, 86, 198],
      [858, 85, 198],
    ]);
  });

  it('name the parties as the agreement does, or as they are where it names none', () => {
    const renamed = { ...parties, business: { ...parties.business, legalName: 'Forn Nou, S.L.' } };
    const issuedTo = (acceptedTerms: AgreementTerms[]) =>
      issue({ ...march, acceptedTerms, parties: renamed }).parties?.business.legalName;
    expect(issuedTo([agreed])).toBe('Forn Vell, S.L.');
    expect(issuedTo([{ ...agreed, parties: null }])).toBe('Forn Nou, S.L.');
  });

  it('add up per line with ids of any shape', () => {
    const invoice = issue(march);
    const strange = { ...invoice, lines: invoice.lines.map((line) => ({ ...line, lineId: '__proto__' })) };
    const before = invoicedSoFar([strange, strange], 'EUR');
    expect(Object.entries(before.perLine)).toEqual([['__proto__', { amountMinor: 50_000, currency: 'EUR' }]]);
    expect(before.commission).toEqual({ amountMinor: 6000, currency: 'EUR' });
  });
});

describe('an invoice whose payment was agreed', () => {
  const invoicing = { daysToPay: 30, reminders: [], selfBilling: true };
  const command = { ...march, acceptedTerms: [{ ...agreed, invoicing }] };

  it('is due then, and written by the side that was agreed, and says so', () => {
    const { issuedOn, dueOn, selfBilled } = issue({ ...command, by: 'business' });
    expect([Date.parse(dueOn) - Date.parse(issuedOn), selfBilled]).toEqual([30 * 86_400_000, true]);
    expect(refusalOf(() => issue({ ...command, by: 'agency' }))).toBe('invoice.written-by-the-other');
    expect(refusalOf(() => issue({ ...command, acceptedTerms: [agreed], by: 'business' }))).toBe(
      'invoice.written-by-the-other',
    );
    expect(issue({ ...command, acceptedTerms: [agreed] }).selfBilled).toBeUndefined();
  });
});
