import type { AgencyDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { ensureCalendarFeed, ensureConnections } from './demo-connections.js';
import { ensureMoney } from './demo-money.js';
import { daysPlayed, ensureAssistantLogin, ensureStory } from './demo-story.js';
import { listSupply, unlessThere } from './demo-supply.js';
import { ensureWaysToPay } from './demo-ways-to-pay.js';
import { type DemoTime, presentTime } from './demo-time.js';
import { demoAssistant, demoBusinesses, demoPassword } from './demo-organisations.js';

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
  const owners = await listSupply(anybody, admin, { password, now: time.now(), step });
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
