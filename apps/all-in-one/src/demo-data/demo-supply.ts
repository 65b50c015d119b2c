import type { AgencyDto, AssistantDto, ChecklistsDto, ClearanceDto, InvitationDto } from '#contracts';
import { createHash } from 'node:crypto';
import { demoAssistantsOf } from './demo-assistants.js';
import { type DemoClient, UnexpectedAnswer } from './demo-client.js';
import { demoAgencies } from './demo-organisations.js';
import { dayMs } from './demo-time.js';

interface Login {
  readonly email: string;
  readonly password: string;
}

interface Listing {
  /** Of all who come with the demo. */
  readonly password: string;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly step: (text: string) => void;
}

/**
 * Whom a newcomer finds: the agencies, verified, and their assistants, published and with a cleared workplace.
 * @returns the owners of the agencies, signed in, in the order of the agencies
 */
export async function listSupply(
  anybody: DemoClient,
  admin: DemoClient,
  { password, now, step }: Listing,
): Promise<DemoClient[]> {
  const { body: checklists } = await anybody.get<ChecklistsDto>('/v1/clearance-checklists');
  const owners: DemoClient[] = [];
  for (const [number, agency] of demoAgencies.entries()) {
    const { assessor: _assessor, ...listed } = agency;
    const registration = { ...listed, owner: { ...agency.owner, password } };
    const owner = await ensureAgency(anybody, admin, registration);
    const assessor = await ensureAssessor(anybody, owner, { ...agency.assessor, password });
    owners.push(owner);
    const assistants = demoAssistantsOf(number);
    for (const listing of assistants) await ensureAssistant({ owner, assessor }, listing, checklists, now);
    step(`demo: ${agency.name} lists ${assistants.length} assistants`);
  }
  return owners;
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

/** @returns null where it was there already */
export async function unlessThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.status === 409) return null;
    throw error;
  }
}
