import { CalendarCache, rank } from '#domain';
import type { Market } from './market.js';
import { OurSearch } from './our-search.js';

/** Ranks so many needs both ways and counts the shortlists that differ in a byte, not in the ids alone. */
export async function verify(market: Market, needs: number): Promise<number> {
  const search = await OurSearch.open(market, () => undefined);
  const candidates = Array.from({ length: market.assistants }, (_, number) => market.candidate(number));
  const calendars = new CalendarCache(market.assistants);
  let different = 0;
  for (let number = 0; number < needs; number += 1) {
    const need = market.need(number);
    const expected = rank(need, candidates, market.context(), calendars);
    if (JSON.stringify(search.rank(need)) !== JSON.stringify(expected)) different += 1;
  }
  return different;
}
