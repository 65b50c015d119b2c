import type {
  AgencyDto,
  AgreementDto,
  AssistantDto,
  ChecklistsDto,
  DraftNeedDto,
  ListAssistantDto,
  NeedDto,
} from '#contracts';
import { usualStandingTerms } from '#domain';
import { randomUUID } from 'node:crypto';
import {
  clearWorkplace,
  daysFromNow,
  demoAdministrator,
  DemoClient,
  demoPassword,
  ensureAssessor,
} from '../../apps/all-in-one/src/demo-data/index.js';

const countryCode = 'ES';

export interface AgencyCast {
  readonly id: string;
  readonly owner: DemoClient;
  readonly assessor: DemoClient;
  readonly checklists: ChecklistsDto;
}

/** A verified agency whose owner and assessor are signed in. */
export async function anAgency(url: string): Promise<AgencyCast> {
  const anybody = new DemoClient(url);
  const email = `agency-${randomUUID()}@example.org`;
  const owner = { displayName: 'Olga', email, password: demoPassword };
  const { body, etag } = await anybody.post<AgencyDto>('/v1/agencies', {
    body: { name: 'Bona Ajuda', countryCode, contactEmail: email, owner },
  });
  const administrator = await signedIn(anybody, demoAdministrator.email);
  await administrator.put(`/v1/agencies/${body.id}/verification`, { etag, body: { note: 'Registry extract seen' } });
  const signedInOwner = await signedIn(anybody, email);
  // Whoever works around the clock may be asked to.
  await signedInOwner.put(`/v1/agencies/${body.id}/standing-terms`, {
    etag: '*',
    body: { ...usualStandingTerms, mostMinutesPerWeek: 10_080 },
  });
  const assessor = await ensureAssessor(anybody, signedInOwner, {
    email: `assessor-${randomUUID()}@example.org`,
    password: demoPassword,
    displayName: 'Pau Ferran',
  });
  const { body: checklists } = await anybody.get<ChecklistsDto>('/v1/clearance-checklists');
  return { id: body.id, owner: signedInOwner, assessor, checklists };
}

/** Lists an assistant for everybody to find, with a workplace that is cleared; returns the id. */
export async function listCleared(agency: AgencyCast, listing: ListAssistantDto): Promise<string> {
  const { body, etag } = await agency.owner.post<AssistantDto>('/v1/assistants', { body: listing });
  await agency.owner.post(`/v1/assistants/${body.id}/publication`, { etag });
  await clearWorkplace(agency, body.id, 'es', agency.checklists);
  return body.id;
}

/** A business whose owner is signed in. @param password another one than the demo's where there is no demo: nobody may have that there */
export async function aBusiness(url: string, password = demoPassword): Promise<DemoClient> {
  const anybody = new DemoClient(url);
  return signedIn(anybody, await registerBusiness(anybody, password), password);
}

/** Returns the owner's e-mail address. */
export async function registerBusiness(anybody: DemoClient, password = demoPassword): Promise<string> {
  const email = `business-${randomUUID()}@example.org`;
  const owner = { displayName: 'Berta', email, password };
  await anybody.post('/v1/businesses', {
    body: { name: 'Forn Vell', countryCode, sector: 'bakery', timeZone: 'Europe/Madrid', contactEmail: email, owner },
  });
  return email;
}

/** The id of a need that can be posted as it is. */
export async function draftNeed(business: DemoClient, changes: Partial<DraftNeedDto> = {}): Promise<string> {
  const { body } = await business.post<NeedDto>('/v1/needs', { body: { ...aNeed(), ...changes } });
  return body.id;
}

/** The id of a need that is posted. */
export async function postNeed(business: DemoClient, changes: Partial<DraftNeedDto> = {}): Promise<string> {
  const id = await draftNeed(business, changes);
  await business.post(`/v1/needs/${id}/posting`);
  return id;
}

/** The id of an agreement at the listed rate that both sides have accepted. */
export async function agreeAtOnce(business: DemoClient, needId: string, assistantId: string): Promise<string> {
  const { body } = await business.post<AgreementDto>('/v1/agreements', { body: { needId, assistantId } });
  const { contentHash } = body.versions.at(-1)!;
  await business.post(`/v1/agreements/${body.id}/acceptances`, { body: { contentHash } });
  return body.id;
}

/** Somebody who works around the clock, can be booked at once, and fits `aNeed`. */
export const tireless: ListAssistantDto = {
  displayName: 'Núria Puig',
  professionalTitle: 'online assistant',
  countryCode,
  timeZone: 'Europe/Madrid',
  weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '00:00', end: '24:00' })),
  daysOff: [],
  weeklyCapacityMinutes: 10_080,
  skills: [{ skillCode: 'spreadsheets', level: 4 }],
  dutyCodes: ['inbox-triage', 'receipt-capture'],
  languages: [{ language: 'en', level: 'B2' }],
  hourlyRate: { amountMinor: 1_850, currency: 'EUR' },
  instantBooking: true,
};

const aNeed = () => ({
  words: 'My inbox eats my mornings.',
  lines: [
    { lineId: 'inbox', dutyCode: 'inbox-triage', volume: 2, cadence: 'weekly', importance: 3 },
    { lineId: 'receipts', dutyCode: 'receipt-capture', volume: 30, cadence: 'weekly', importance: 2 },
  ],
  requiredLanguages: [{ language: 'en', level: 'B1' }],
  hours: {
    timeZone: 'Europe/Madrid',
    kind: 'weekly',
    weekly: [1, 2, 3].map((weekday) => ({ weekday, start: '09:00', end: '12:00' })),
  },
  minOverlapMinutesPerWeek: 60,
  startsOn: daysFromNow(0),
  endsOn: daysFromNow(27),
  hourlyRateCap: { amountMinor: 2_500, currency: 'EUR' },
  channels: ['email'],
});

async function signedIn(anybody: DemoClient, email: string, password = demoPassword): Promise<DemoClient> {
  const client = await anybody.signIn(email, password);
  if (client === null) throw new Error(`nobody can sign in as ${email}`);
  return client;
}
