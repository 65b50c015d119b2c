import type {
  AgreementDto,
  AgreementLineDto,
  AgreementPageDto,
  AssistantDto,
  AssistantPageDto,
  InvitationDto,
  MessageDto,
  NeedDto,
  ThreadDto,
} from '#contracts';
import type { DemoClient } from './demo-client.js';
import { ensureAbsences } from './demo-absences.js';
import { ensureAccess } from './demo-access.js';
import { leaveOpenEnds } from './demo-open-ends.js';
import { ensureRecords } from './demo-records.js';
import { ensureSubstitution } from './demo-substitution.js';
import { ensureSuggestions } from './demo-suggestions.js';
import { proposeTerms, sign } from './demo-terms.js';
import { dayMs, daysFromNow, type DemoTime } from './demo-time.js';
import { liveThroughWeeks, workSoFar } from './demo-weeks.js';

/** Somebody who has said what she needs, and was helped at once. */
interface Helped {
  readonly externalRef: string;
  /** When the agreed term began. */
  readonly startedDaysAgo: number;
  readonly need: object;
  readonly weeklyHours: ReturnType<typeof hours>;
  /** What is booked of a line by the hour. */
  readonly asNeeded?: { readonly lineId: string; readonly weeklyHours: ReturnType<typeof hours> };
}

const termDays = 34;
/** So many days ago the first of them met. */
export const daysPlayed = 60;
const hours = (weekdays: readonly number[], start: string, end: string) =>
  weekdays.map((weekday) => ({ weekday, start, end }));

/** Whom the first two businesses work with, of the agency that a newcomer looks at first. */
const helped: readonly Helped[] = [
  {
    externalRef: 'A-007',
    startedDaysAgo: daysPlayed - 4,
    need: {
      words: 'Receipts pile up beside the oven, and the books are weeks behind.',
      lines: [
        { lineId: 'receipts', dutyCode: 'receipt-capture', volume: 30, cadence: 'weekly', importance: 3 },
        { lineId: 'close', dutyCode: 'monthly-close', volume: 1, cadence: 'monthly', importance: 2 },
        {
          lineId: 'coding',
          dutyCode: 'transaction-coding',
          volume: 3,
          cadence: 'weekly',
          importance: 1,
          asNeeded: true,
        },
      ],
      requiredLanguages: [{ language: 'es', level: 'B2' }],
      hours: { timeZone: 'Europe/Madrid', kind: 'weekly', weekly: hours([1, 2, 3, 4, 5], '10:00', '13:00') },
      hourlyRateCap: { amountMinor: 3000, currency: 'EUR' },
      channels: ['email'],
    },
    weeklyHours: [...hours([1, 3], '10:00', '12:00'), ...hours([5], '10:00', '11:30')],
    asNeeded: { lineId: 'coding', weeklyHours: hours([2, 4], '10:00', '11:00') },
  },
  {
    externalRef: 'A-004',
    startedDaysAgo: 0,
    need: {
      words: 'I am under a sink when the phone rings, and invoices go out a month late.',
      lines: [{ lineId: 'inbox', dutyCode: 'inbox-triage', volume: 5, cadence: 'weekly', importance: 3 }],
      requiredLanguages: [{ language: 'en', level: 'B2' }],
      hours: { timeZone: 'Europe/London', kind: 'weekly', weekly: hours([1, 2, 3, 4, 5], '10:00', '13:00') },
      hourlyRateCap: { amountMinor: 3000, currency: 'GBP' },
      channels: ['email', 'chat'],
    },
    weeklyHours: hours([2, 4], '10:00', '12:00'),
  },
];

/** Who of the demo's assistants may sign in as herself. */
const assistantWithLogin = 'A-007';
/** Who works for nobody yet. */
const idleAssistant = 'A-003';

/**
 * What an agency, an assistant and a business are in the middle of: agreements, hours of weeks to come, work that is done or
 * waits, and a day off that puts some of it at risk.
 */
export async function ensureStory(owner: DemoClient, businesses: readonly DemoClient[], time: DemoTime): Promise<void> {
  const { body: roster } = await owner.get<AssistantPageDto>('/v1/assistants?limit=200');
  for (const [place, business] of businesses.entries()) {
    const story = helped[place];
    const assistant = roster.items.find(({ externalRef }) => externalRef === story?.externalRef);
    const { body: agreements } = await business.get<AgreementPageDto>('/v1/agreements');
    if (story !== undefined && assistant !== undefined && agreements.items.length === 0)
      await help({ owner, business, assistant }, story, time);
  }
  await time.goTo(Date.now());
  const [ill, onHoliday] = [assistantWithLogin, idleAssistant].map((ref) =>
    roster.items.find(({ externalRef }) => externalRef === ref),
  );
  if (ill !== undefined && onHoliday !== undefined) await ensureAbsences(owner, ill, onHoliday);
}

interface Helping {
  readonly owner: DemoClient;
  readonly business: DemoClient;
  readonly assistant: AssistantDto;
}

async function help({ owner, business, assistant }: Helping, story: Helped, time: DemoTime): Promise<void> {
  const [startsOn, endsOn] = [daysFromNow(-story.startedDaysAgo), daysFromNow(termDays)];
  const { body: need } = await business.post<NeedDto>('/v1/needs', {
    body: { language: 'en', minOverlapMinutesPerWeek: 60, openToProposals: true, startsOn, endsOn, ...story.need },
  });
  await business.post(`/v1/needs/${need.id}/posting`);
  const isBakery = assistant.externalRef === assistantWithLogin;
  if (isBakery) {
    await ensureSuggestions(owner, business, need.id);
  }
  const { body: agreement } = await business.post<AgreementDto>('/v1/agreements', {
    body: { needId: need.id, assistantId: assistant.id },
  });
  const { contentHash, timeZone } = agreement.versions.at(-1)!;
  await business.post(`/v1/agreements/${agreement.id}/acceptances`, { body: { contentHash } });
  const { startedDaysAgo } = story;
  const engaged = { agency: owner, business, engagementId: agreement.id, startedDaysAgo };
  if (isBakery) await liveThroughWeeks(engaged, time);
  if (isBakery) await payAhead(owner, business, agreement.id);
  const booked = [{ weeklyHours: story.weeklyHours }, ...(story.asNeeded === undefined ? [] : [story.asNeeded])];
  for (const { weeklyHours, ...ofLine } of booked) {
    const weekly = { timeZone, weeklyHours, startsOn: daysFromNow(1), endsOn };
    await business.post('/v1/bookings', { body: { agreementId: agreement.id, ...ofLine, weekly, confirm: true } });
  }
  // The bakery has yet to look at the latest piece; the other business has looked at all, and can be charged.
  await workSoFar(owner, business, agreement.id, { waiting: isBakery ? 1 : 0, time });
  if (isBakery) {
    await talk(owner, business, agreement.id);
    await owner.post(`/v1/assistants/${assistant.id}/training`);
    await ensureAccess(business, agreement.id);
    await ensureRecords(business);
    await leaveOpenEnds(owner, business, agreement.id, startsOn);
  } else {
    await takeDayOff(owner, assistant, story.weeklyHours[0]!.weekday);
    await ensureSubstitution(owner, agreement.id, assistant.id);
    await proposeChange(owner, agreement.id);
  }
}

/** What is called for by the hour is paid ahead from now on, as both have signed: a pack a week, of which an hour may stay. */
async function payAhead(owner: DemoClient, business: DemoClient, agreementId: string): Promise<void> {
  const revised = await proposeTerms(business, agreementId, ({ lines }) => ({
    lines: lines.map((line) =>
      line.asNeeded ? { ...line, asNeeded: { ...line.asNeeded, pack: { carryOverHours: 1 } } } : line,
    ),
  }));
  await sign(revised, business, owner);
}

/** A change order of the agency waits for the business: answers sooner, a notice on both sides, and invoices twice a week. */
async function proposeChange(owner: DemoClient, agreementId: string): Promise<void> {
  await proposeTerms(owner, agreementId, ({ lines }) => ({
    lines: [...lines, invoicesTwiceAWeek(lines[0]!)],
    responseTargetMinutes: 120,
    noticeDays: 14,
  }));
}

/** Of the same assistant, at the price of the first line. */
function invoicesTwiceAWeek(line: AgreementLineDto): AgreementLineDto {
  return {
    ...line,
    lineId: 'invoices',
    dutyCode: 'invoice-issuing',
    description: 'Issuing invoices',
    doneCriterion: 'Each job of the days before has its invoice, and the customer has it',
    unit: 'invoice',
    volume: 4,
    rule: 'FREQ=WEEKLY;BYDAY=TU,FR',
    mode: null,
  };
}

/**
 * A question that has its answer, one that nobody answered in time, one for the business, and a promise; what was said on the
 * telephone, which nobody agreed on; and another channel, which waits for the business.
 */
async function talk(agency: DemoClient, business: DemoClient, engagementId: string): Promise<void> {
  const path = `/v1/engagements/${engagementId}`;
  const begin = async (by: DemoClient, subject: string): Promise<string> =>
    (await by.post<ThreadDto>(`${path}/threads`, { body: { subject, channel: 'email' } })).body.id;
  const write = async (by: DemoClient, threadId: string, text: string, also: object = {}): Promise<string> =>
    (await by.post<MessageDto>(`${path}/messages`, { body: { threadId, text, ...also } })).body.id;
  const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

  const receipts = await begin(business, 'Receipts of the blue box');
  const asked = await write(business, receipts, 'Do you need the receipts of the flour mill as well?', {
    expectsAnswer: true,
  });
  await write(agency, receipts, 'Yes, please: they are the only ones with 4 % VAT.', { repliesTo: asked });
  await write(agency, receipts, 'All of September is sorted by the end of the week.', {
    promiseKeptBy: inMs(3 * dayMs),
  });
  await write(agency, receipts, 'Which of the two cards is yours, and which is the shop’s?', { expectsAnswer: true });
  const close = await begin(business, 'The close of the month');
  await write(business, close, 'Can the close be there before the meeting with the bank?', { answerBy: inMs(1_000) });
  await agency.post(`${path}/outside-messages`, {
    body: {
      channel: 'phone',
      externalId: 'call-1',
      writtenBy: 'business',
      saidAt: inMs(0),
      threadId: close,
      text: 'The bank wants to see the last two quarters as well.',
    },
  });
  await agency.post(`${path}/channel-switches`, {
    body: { from: 'email', to: 'helpdesk', startsOn: daysFromNow(7) },
  });
}

/** The assistant is away on a day of next week that is booked already. */
async function takeDayOff(owner: DemoClient, assistant: AssistantDto, weekday: number): Promise<void> {
  const today = new Date(daysFromNow(0)).getUTCDay() || 7;
  const away = daysFromNow(7 + weekday - today);
  const { timeZone, weeklyHours, weeklyCapacityMinutes, version } = assistant;
  await owner.put(`/v1/assistants/${assistant.id}/availability`, {
    etag: `"${version}"`,
    body: { timeZone, weeklyHours, weeklyCapacityMinutes, daysOff: [{ from: away, to: away }] },
  });
}

/** The assistant's own account, by an invitation of her agency. */
export async function ensureAssistantLogin(
  anybody: DemoClient,
  owner: DemoClient,
  { email, password, displayName }: { readonly email: string; readonly password: string; readonly displayName: string },
): Promise<void> {
  if ((await anybody.signIn(email, password)) !== null) return;
  const { body: roster } = await owner.get<AssistantPageDto>('/v1/assistants?limit=200');
  const assistantId = roster.items.find(({ externalRef }) => externalRef === assistantWithLogin)!.id;
  const invited = await owner.post<InvitationDto>('/v1/invitations', {
    body: { email, roles: ['agency.assistant'], assistantId },
  });
  await anybody.post('/v1/invitations/acceptances', { body: { token: invited.body.token, displayName, password } });
}
