import type { ShortlistDto } from '#contracts';
import type { DemoClient } from '../../../apps/all-in-one/src/demo-data/index.js';
import { aBusiness, draftNeed } from '../../journey/cast.js';

/** Milliseconds from a need posted to its shortlist read, of so many needs, one after the other. */
export async function shortlistWaits(url: string, needs: number): Promise<number[]> {
  const business = await aBusiness(url);
  const waits: number[] = [];
  for (let number = 0; number < needs; number += 1) waits.push(await shortlistWait(business, number));
  return waits;
}

/** Hours and zones differ, so that no ranking can live on what the one before has computed. */
export async function shortlistWait(business: DemoClient, number: number): Promise<number> {
  const from = 7 + (number % 8);
  const [start, end] = [from, from + 3].map((hour) => `${String(hour).padStart(2, '0')}:00`) as [string, string];
  const weekly = [1, 2, 3, 4, 5].slice(number % 3).map((weekday) => ({ weekday, start, end }));
  const timeZone = ['Europe/Madrid', 'Europe/London', 'America/New_York'][number % 3]!;
  const needId = await draftNeed(business, { hours: { kind: 'weekly', timeZone, weekly } });
  await business.post(`/v1/needs/${needId}/posting`);
  const postedAt = performance.now();
  const read = () => business.get<ShortlistDto>(`/v1/needs/${needId}/shortlist`, { prefer: 'wait=5' });
  while ((await read()).body.status !== 'prepared');
  return performance.now() - postedAt;
}
