import type { AgencyDto, AssistantDto, ChecklistsDto, ClearanceDto, InvitationDto } from '#contracts';
import { createHash } from 'node:crypto';
import { DemoClient, UnexpectedAnswer } from './demo-client.js';
import { demoAssistantsOf } from './demo-assistants.js';
import { ensureCalendarFeed, ensureConnections } from './demo-connections.js';
import { ensureMoney } from './demo-money.js';
import { daysPlayed, ensureAssistantLogin, ensureStory } from './demo-story.js';
import { ensureWaysToPay } from './demo-ways-to-pay.js';
import { dayMs, type DemoTime, presentTime } from './demo-time.js';
import { demoAgencies, demoAssistant, demoBusinesses, demoPassword } from './demo-organisations.js';

interface Login {
  readonly email: string;
  readonly password: string;
}

/** What came of it: a marketplace whose administrator has another password is somebody's own, and nothing is put into it. */
export type DemoOutcome = 'filled' | 'was there' | 'no administrator';

/** The address of who is registered last: where there is an account of it, the demo is complete. */
export const lastOfTheDemo = demoBusinesses.at(-1)!.owner.email;

/**
 * Fills an empty marketplace over HTTP, as its people would. What a start that was interrupted left undone, the next one
 * does; the last business is registered last, so finding it means that all is there. On a clock that can be set, all of it begins sixty
 * days ago, and time goes by until it is now.
 * @param password of all who come with the demo
 */
export async function ensureDemoData(
  anybody: DemoClient,
  administrator: Login,
  step: (text: string) => void,
  { password = demoPassword, time = presentTime }: { readonly password?: string; readonly time?: DemoTime } = {},
): Promise<DemoOutcome> {
  if ((await anybody.signIn(lastOfTheDemo, password)) !== null) return 'was there';
  // What an interrupted start has left is as old as it is.
  if (!(await hasBegun(anybody, administrator))) time.beginAgo(daysPlayed);
  const admin = await anybody.signIn(administrator.email, administrator.password);
  if (admin === null) return 'no administrator';
  const { body: checklists } = await anybody.get<ChecklistsDto>('/v1/clearance-checklists');
  const owners: DemoClient[] = [];
  for (const [number, agency] of demoAgencies.entries()) {
    const { assessor: _assessor, ...listed } = agency;
    const registration = { ...listed, owner: { ...agency.owner, password } };
    const owner = await ensureAgency(anybody, admin, registration);
    const assessor = await ensureAssessor(anybody, owner, { ...agency.assessor, password });
    owners.push(owner);
    const assistants = demoAssistantsOf(number);
    for (const listing of assistants) await ensureAssistant({ owner, assessor }, listing, checklists, time.now());
    step(`demo: ${agency.name} lists ${assistants.length} assistants`);
  }
  const businesses: DemoClient[] = [];
  for (const business of demoBusinesses) {
    if (business === demoBusinesses.at(-1)) {
      await tellStory(anybody, owners[0]!, businesses, { password, time });
      await ensureMoney(owners[0]!, businesses[0]!, admin);
      await ensureWaysToPay(owners[0]!, businesses[0]!, businesses[1]!);
      for (const owner of [owners[0]!, businesses[0]!]) {
        await ensureConnections(owner);
        await ensureCalendarFeed(owner);
      }
    }
    const body = { ...business, owner: { ...business.owner, password } };
    await unlessThere(anybody.post('/v1/businesses', { body }));
    businesses.push((await anybody.signIn(business.owner.email, password))!);
  }
  step(`demo: ${demoBusinesses.length} businesses are registered, and two of them are being helped`);
  return 'filled';
}

async function hasBegun(anybody: DemoClient, { email, password }: Login): Promise<boolean> {
  const admin = await anybody.signIn(email, password);
  if (admin === null) return true;
  const { body: agencies } = await admin.get<{ items: AgencyDto[] }>('/v1/agencies?limit=1');
  return agencies.items.length > 0;
}

async function tellStory(
  anybody: DemoClient,
  owner: DemoClient,
  businesses: readonly DemoClient[],
  { password, time }: { readonly password: string; readonly time: DemoTime },
): Promise<void> {
  await ensureAssistantLogin(anybody, owner, { ...demoAssistant, password });
  await ensureStory(owner, businesses, time);
}

async function ensureAgency(
  anybody: DemoClient,
  admin: DemoClient,
  registration: { readonly name: string; readonly owner: Login },
): Promise<DemoClient> {
  const { email, password } = registration.owner;
  await unlessThere(anybody.post<AgencyDto>('/v1/agencies', { body: registration }));
  const owner = (await anybody.signIn(email, password))!;
  const { body: mine } = await owner.get<{ items: AgencyDto[] }>('/v1/agencies');
  const agency = mine.items[0]!;
  if (agency.status === 'registered') {
    const etag = `"${agency.version}"`;
    await admin.put(`/v1/agencies/${agency.id}/verification`, { etag, body: { note: 'Demo: registry extract seen' } });
  }
  return owner;
}

/** A person who looks at workplaces: invited by the owner, and joined. */
export async function ensureAssessor(
  anybody: DemoClient,
  owner: DemoClient,
  assessor: Login & { readonly displayName: string },
): Promise<DemoClient> {
  const { email, password, displayName } = assessor;
  const known = await anybody.signIn(email, password);
  if (known !== null) return known;
  const invited = await owner.post<InvitationDto>('/v1/invitations', { body: { email, roles: ['agency.assessor'] } });
  await anybody.post('/v1/invitations/acceptances', { body: { token: invited.body.token, displayName, password } });
  return (await anybody.signIn(email, password))!;
}

async function ensureAssistant(
  { owner, assessor }: { owner: DemoClient; assessor: DemoClient },
  listing: ReturnType<typeof demoAssistantsOf>[number],
  checklists: ChecklistsDto,
  now: number,
): Promise<void> {
  const drafted = await unlessThere(owner.post<AssistantDto>('/v1/assistants', { body: listing }));
  if (drafted === null) return;
  const { id, clearanceJurisdiction } = drafted.body;
  await owner.post(`/v1/assistants/${id}/publication`, { etag: drafted.etag });
  await clearWorkplace({ owner, assessor }, id, clearanceJurisdiction, checklists, now);
}

/** The report on a workplace without a fault, and the assessor's decision on it. */
export async function clearWorkplace(
  { owner, assessor }: { owner: DemoClient; assessor: DemoClient },
  assistantId: string,
  jurisdiction: ChecklistsDto['items'][number]['jurisdiction'],
  checklists: ChecklistsDto,
  now = Date.now(),
): Promise<ClearanceDto> {
  const { items } = checklists.items.find((checklist) => checklist.jurisdiction === jurisdiction)!;
  const path = `/v1/assistants/${assistantId}/clearances`;
  const requested = await owner.post<ClearanceDto>(path, {
    body: {
      jurisdiction,
      answers: items.map(({ code }) => ({ itemCode: code, answer: 'yes' })),
      trainingCompletedOn: new Date(now - 20 * dayMs).toISOString().slice(0, 10),
      evidenceSha256: createHash('sha256').update(assistantId).digest('hex'),
    },
  });
  const granted = await assessor.post<ClearanceDto>(`${path}/${requested.body.id}/grant`, {
    etag: requested.etag,
    body: { openActions: [] },
  });
  return granted.body;
}

async function unlessThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === 409) return null;
    throw error;
  }
}
