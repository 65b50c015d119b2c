import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** A listing that can be published as it is; works on weekdays from 9 to 14 in Madrid. */
export const aListing = {
  displayName: 'Núria',
  professionalTitle: 'online assistant',
  countryCode: 'ES',
  timeZone: 'Europe/Madrid',
  skills: [{ skillCode: 'spreadsheets', level: 4 }],
  dutyCodes: ['inbox-triage', 'receipt-capture'],
  languages: [
    { language: 'ca', level: 'C2' },
    { language: 'en', level: 'B2' },
  ],
  hourlyRate: { amountMinor: 1_850, currency: 'EUR' },
  weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '14:00' })),
  daysOff: [] as { from: string; to: string }[],
  weeklyCapacityMinutes: 1_200,
  instantBooking: true,
};

export interface Listed {
  readonly id: string;
  readonly etag: string;
}

/** A draft of an agency. */
export async function anAssistant(api: TestApi, agency: SignedIn, listing: object = {}): Promise<Listed> {
  const drafted = await api.http
    .post('/v1/assistants')
    .set(agency.headers())
    .send({ ...aListing, ...listing })
    .expect(201);
  return { id: drafted.body.id as string, etag: drafted.headers['etag'] as string };
}

/** An assistant that everybody can find; the agency has to be verified. */
export async function aPublishedAssistant(api: TestApi, agency: SignedIn, listing: object = {}): Promise<Listed> {
  const { id, etag } = await anAssistant(api, agency, listing);
  const published = await api.http
    .post(`/v1/assistants/${id}/publication`)
    .set({ ...agency.headers(), 'if-match': etag })
    .expect(200);
  return { id, etag: published.headers['etag'] as string };
}
