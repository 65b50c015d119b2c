import { latencies } from './figures.js';
import type { Market } from './market.js';
import type { OurSearch } from './our-search.js';

const changes = 5_000;

/** How long it takes until a search sees a change of an assistant, and that it does see it. */
export function measureUpdates({ columns }: OurSearch, market: Market): void {
  const times: number[] = [];
  for (let count = 0; count < changes; count += 1) {
    const assistant = market.assistant((count * 7_919) % market.assistants);
    const reviews = { count: assistant.reviews.count + 1, scoreSum: assistant.reviews.scoreSum + 5 };
    const started = performance.now();
    columns.put({ ...assistant, reviews });
    times.push(performance.now() - started);
    if (columns.reviewsOf(assistant.assistantId)?.count !== reviews.count) throw new Error('a change was not seen');
    columns.put(assistant);
  }
  console.log(`a change of an assistant is there for the next search after ${latencies(times)}`);
}
