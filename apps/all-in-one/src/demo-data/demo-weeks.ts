import type { DutyRunPageDto, MessageDto, ThreadDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { tellEnquiries } from './demo-enquiries.js';
import { dayMs, type DemoTime, hourMs } from './demo-time.js';

/** What they asked each other, week by week, and had answered. */
const conversations = [
  ['Where do the receipts of the market stall go?', 'With the others: the date and the amount are enough.'],
  [
    'Two suppliers wrote twice about the same invoice. Which one is right?',
    'The second one; the first has the old VAT.',
  ],
  ['May I answer who asks for opening hours without asking you?', 'Please do, and for allergens as well.'],
  ['The flour mill has a new account number. Is that so?', 'Yes, I have called them. Thank you for asking.'],
  ['There are three receipts without a date. Shall I leave them out?', 'They are of the fair, the second Sunday.'],
  ['Do you want the list on Monday or on Friday?', 'On Friday, so that I can read it at the weekend.'],
  ['Who is the customer with the standing order of baguettes?', 'The school. They pay at the end of the month.'],
] as const;

interface Engaged {
  readonly agency: DemoClient;
  readonly business: DemoClient;
  readonly engagementId: string;
  readonly startedDaysAgo: number;
}

/**
 * What an engagement has behind it: each week customers ask and are answered, what was due is done and accepted, and a question is answered.
 * Where time stands still all of it is told at once.
 */
export async function liveThroughWeeks(
  { agency, business, engagementId, startedDaysAgo }: Engaged,
  time: DemoTime,
): Promise<void> {
  const present = Date.now();
  const path = `/v1/engagements/${engagementId}`;
  let threadId: string | null = null;
  let told = Infinity;
  for (const [week, [question, answer]] of conversations.entries()) {
    const daysAgo = Math.max(startedDaysAgo - (week + 1) * 7, 0);
    await time.goTo(present - daysAgo * dayMs);
    await tellEnquiries(business, { startedDaysAgo, from: told, to: daysAgo });
    told = daysAgo;
    if (week === 0) await business.post(`${path}/response-time/baseline`);
    await workSoFar(agency, business, engagementId, { waiting: 0, time });
    threadId ??= (
      await agency.post<ThreadDto>(`${path}/threads`, { body: { subject: 'Week by week', channel: 'email' } })
    ).body.id;
    const asked = await agency.post<MessageDto>(`${path}/messages`, {
      body: { threadId, text: question, expectsAnswer: true },
    });
    await business.post(`${path}/messages`, { body: { threadId, text: answer, repliesTo: asked.body.id } });
  }
  await time.goTo(Date.now());
  await tellEnquiries(business, { startedDaysAgo, from: told, to: 0 });
}

/** What was due is done in time and accepted, but for the latest pieces, which wait for the business. */
export async function workSoFar(
  owner: DemoClient,
  business: DemoClient,
  engagementId: string,
  { waiting, time }: { readonly waiting: number; readonly time: DemoTime },
): Promise<void> {
  const path = `/v1/engagements/${engagementId}/duty-runs`;
  const { body: runs } = await owner.get<DutyRunPageDto>(path);
  const open = runs.items.filter(({ status, opensAt }) => status === 'scheduled' && Date.parse(opensAt) <= time.now());
  const evidence = [{ kind: 'note', value: 'Done; the list of what is left open is in the shared folder' }];
  for (const [place, { id, volume, dueAt }] of open.entries()) {
    const doneAt = new Date(Math.min(time.now(), Date.parse(dueAt) - hourMs)).toISOString();
    await owner.post(`${path}/${id}/done`, { body: { quantity: volume, minutes: 95, doneAt, evidence } });
    if (place < open.length - waiting)
      await business.post(`${path}/${id}/acceptance`, { body: { quality: 5 - (place % 2) } });
  }
}
