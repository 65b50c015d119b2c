import type { AgreementDto, AssistantDto, AssistantPageDto, DutyRunPageDto, NeedDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { proposeTerms, sign } from './demo-terms.js';
import { daysFromNow } from './demo-time.js';

/** How one of the business's agreements is paid, and by whom its invoices are written. */
interface WayToPay {
  readonly externalRef: string;
  readonly words: string;
  readonly startedDaysAgo: number;
  readonly terms: object;
}

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const termDays = 34;

/** One is paid ahead: the invoice is paid as it is issued, and booked hours have money kept for them. */
const paidAhead: WayToPay = {
  externalRef: 'A-001',
  words: 'Somebody has to look into the inbox while I am at the oven.',
  startedDaysAgo: 14,
  terms: { payment: { mode: 'prepaid' } },
};

/** Another is paid invoice by invoice, a fortnight after each. */
const byInvoice: WayToPay = {
  externalRef: 'A-010',
  words: 'Somebody has to chase the cafés that owe me.',
  startedDaysAgo: 14,
  terms: { invoicing: { daysToPay: 14, selfBilling: false, reminders: [] } },
};

/** The other business pays on account up to a limit; it writes the invoices itself, and is reminded of them at a cost. */
const onAccount: WayToPay = {
  externalRef: 'A-010',
  words: 'The numbers of the second van are nobody’s job.',
  startedDaysAgo: 14,
  terms: {
    payment: { mode: 'on-account', limit: euros(200_000) },
    invoicing: {
      daysToPay: 7,
      selfBilling: true,
      reminders: [
        { afterDays: 3, feeMinor: 0 },
        { afterDays: 14, feeMinor: 1_500 },
        { afterDays: 30, feeMinor: 4_000 },
      ],
    },
  },
};

/** The ways in which a business can pay, each to be seen: money that was paid ahead and is kept for hours, a limit, reminders, and an invoice of its own. */
export async function ensureWaysToPay(agency: DemoClient, bakery: DemoClient, other: DemoClient): Promise<void> {
  const { body: roster } = await agency.get<AssistantPageDto>('/v1/assistants?limit=200');
  const of = ({ externalRef }: WayToPay) => roster.items.find((one) => one.externalRef === externalRef);
  const [ahead, later, account] = [of(paidAhead), of(byInvoice), of(onAccount)];
  if (ahead !== undefined) {
    const agreement = await agree(agency, bakery, ahead, paidAhead);
    await chargeWork(agreement, { agency, business: bakery, issuer: agency });
    await bookAhead(bakery, agreement);
  }
  if (later !== undefined) {
    const agreement = await agree(agency, bakery, later, byInvoice);
    await chargeWork(agreement, { agency, business: bakery, issuer: agency });
  }
  if (account !== undefined) {
    const agreement = await agree(agency, other, account, onAccount);
    await chargeWork(agreement, { agency, business: other, issuer: other });
  }
}

/** An agreement with an hour's price and a piece of work, and then the way to pay it, which both sign. */
async function agree(
  agency: DemoClient,
  business: DemoClient,
  { id: assistantId, dutyCodes, weeklyHours }: AssistantDto,
  way: WayToPay,
): Promise<AgreementDto> {
  const [first, second] = dutyCodes;
  const { body: need } = await business.post<NeedDto>('/v1/needs', {
    body: {
      language: 'en',
      words: way.words,
      lines: [
        { lineId: 'work', dutyCode: first, volume: 3, cadence: 'weekly', importance: 2 },
        { lineId: 'hours', dutyCode: second, volume: 4, cadence: 'weekly', importance: 1, asNeeded: true },
      ],
      requiredLanguages: [{ language: 'es', level: 'B2' }],
      hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: weeklyHours.slice(0, 3) },
      minOverlapMinutesPerWeek: 60,
      hourlyRateCap: euros(3_000),
      channels: ['email'],
      openToProposals: true,
      startsOn: daysFromNow(-way.startedDaysAgo),
      endsOn: daysFromNow(termDays),
    },
  });
  await business.post(`/v1/needs/${need.id}/posting`);
  const { body: drafted } = await business.post<AgreementDto>('/v1/agreements', {
    body: { needId: need.id, assistantId },
  });
  await sign(drafted, business);
  const revised = await proposeTerms(agency, drafted.id, () => way.terms);
  await sign(revised, agency, business);
  return revised;
}

/** Two hours of the coming weeks, for which money is kept from then on. */
async function bookAhead(business: DemoClient, { id, versions }: AgreementDto): Promise<void> {
  const { timeZone } = versions.at(-1)!;
  const weeklyHours = [{ weekday: 3, start: '11:00', end: '12:00' }];
  const weekly = { timeZone, weeklyHours, startsOn: daysFromNow(1), endsOn: daysFromNow(14) };
  await business.post('/v1/bookings', { body: { agreementId: id, lineId: 'hours', weekly, confirm: true } });
}

/** What was done so far is accepted, and charged by whoever writes the invoices. */
async function chargeWork(
  { id }: AgreementDto,
  { agency, business, issuer }: Readonly<Record<'agency' | 'business' | 'issuer', DemoClient>>,
): Promise<void> {
  const path = `/v1/engagements/${id}/duty-runs`;
  const { body: runs } = await agency.get<DutyRunPageDto>(path);
  const run = runs.items.find(({ opensAt }) => Date.parse(opensAt) <= Date.now());
  if (run === undefined) return;
  const evidence = [{ kind: 'note', value: 'All of it is in the shared folder' }];
  const doneAt = new Date(Math.min(Date.now(), Date.parse(run.dueAt) - 3_600_000)).toISOString();
  await agency.post(`${path}/${run.id}/done`, { body: { quantity: run.volume, minutes: 95, doneAt, evidence } });
  await business.post(`${path}/${run.id}/acceptance`, { body: { quality: 5 } });
  await issuer.post('/v1/invoices', {
    body: { engagementId: id, periodFrom: daysFromNow(-14), periodTo: daysFromNow(0) },
  });
}
