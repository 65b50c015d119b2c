import { type BusinessId, decideNeed, type NeedDetails, type NeedId } from '#domain';
import { catalogueCodes } from '#knowledge/catalogue';
import { Clock } from '#platform/clock';
import { v7 as uuidv7 } from 'uuid';
import { NeedStore } from '../needs/need.store.js';
import { dayAheadOf } from './days.js';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** A date in Madrid, by the real clock. */
export const dayAhead = (days: number): string => dayAheadOf(new Clock(), days);

/** A need that can be posted as it is: two duties over four weeks that begin in a week, open to proposals. */
export const aNeedsDetails = (): NeedDetails => ({
  words: { text: 'My inbox eats my mornings.', language: 'en' },
  lines: [
    {
      lineId: 'inbox',
      dutyCode: 'inbox-triage',
      volume: 5,
      cadence: 'weekly',
      doneCriterion: 'Nothing is unread at noon',
      importance: 3,
    },
    {
      lineId: 'receipts',
      dutyCode: 'receipt-capture',
      volume: 40,
      cadence: 'once',
      doneCriterion: 'Every receipt of the quarter is in the ledger',
      importance: 2,
    },
  ],
  requiredSkills: [],
  preferredSkills: [],
  requiredLanguages: [{ language: 'en', minLevel: 'B1' }],
  hours: { kind: 'weekly', timeZone: 'Europe/Madrid', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
  startsOn: dayAhead(7),
  endsOn: dayAhead(34),
  minOverlapMinutesPerWeek: 60,
  hourlyRateCap: { amountMinor: 2_500, currency: 'EUR' },
  channels: ['email', 'chat'],
  context: { sector: 'bakery', tools: [], currentFirstResponseMinutes: null },
  openToProposals: true,
  invitedAgencyIds: [],
  excludedAgencyIds: [],
});

/** A need of a business as it would stand after posting, or before. */
export async function aNeed(
  api: TestApi,
  business: SignedIn,
  changes: Partial<NeedDetails> = {},
  { posted = true } = {},
): Promise<string> {
  const now = api.clock.now();
  const needId = uuidv7() as NeedId;
  const context = { catalogue: catalogueCodes };
  const needs = api.app.get(NeedStore, { strict: false });
  const scope = { kind: 'organisation', organisationId: business.organisationId } as const;
  const details = { ...aNeedsDetails(), ...changes };
  const businessId = business.organisationId as BusinessId;
  const drafted = decideNeed({ type: 'draftNeed', needId, businessId, details, now }, null, context);
  await needs.create(scope, needId, drafted);
  if (posted) {
    await needs.update(scope, needId, null, (need) => decideNeed({ type: 'postNeed', now }, need, context));
  }
  return needId;
}
