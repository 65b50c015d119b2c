import type { EventEnvelope } from '#contracts';
import { instantOf, minuteMs } from '#domain';
import { SupplyInMemory } from '../../../apps/matcher/src/supply/supply-in-memory.js';
import { agencyIdOf, assistantIdOf, type Market } from './market.js';

const mostAssistants = 100_000;
const stretchLength = 500;
const supplyTime = '2026-03-02T08:00:00.000Z';

/** How many events a second make the supply anew, from nothing: listings, clearances, bookings and reviews. */
export async function measureRebuild(market: Market): Promise<void> {
  const supply = new SupplyInMemory(market.context().rates);
  let [count, ms] = [0, 0];
  const timed = async (work: () => Promise<void> | void): Promise<void> => {
    const started = performance.now();
    await work();
    ms += performance.now() - started;
  };
  // Stretch by stretch, as a journal is read: making the events up is no part of it.
  let stretch: EventEnvelope[] = [];
  const take = async (): Promise<void> => {
    await timed(() => supply.take(stretch));
    count += stretch.length;
    stretch = [];
  };
  for (const made of eventsOf(market, Math.min(market.assistants, mostAssistants))) {
    if (stretch.push(made) === stretchLength) await take();
  }
  await take();
  await timed(() => supply.finish());
  if (supply.columns.size === 0) throw new Error('nobody came out of the events');
  const rate = Math.round(count / (ms / 1_000));
  console.log(
    `rebuilt ${supply.columns.size} assistants from ${count} events in ${(ms / 1_000).toFixed(2)} s: ${rate} a second`,
  );
}

/** In the order of their kinds, as topics are read: nobody's facts stand together. */
function* eventsOf(market: Market, assistants: number): Iterable<EventEnvelope> {
  for (let number = 0; number < market.agencies; number += 1) {
    const status = market.agency(number).status === 'verified' ? 'verified' : 'suspended';
    yield event(`agency.${status}.v1`, agencyIdOf(number), 2, {});
  }
  for (let number = 0; number < assistants; number += 1) {
    const {
      agencyId,
      calendarVersion,
      clearedUntil: _until,
      busy: _busy,
      elsewhere: _elsewhere,
      reviews: _reviews,
      ...listing
    } = market.assistant(number);
    yield event('assistant.listed.v1', assistantIdOf(number), calendarVersion, {
      ...listing,
      agencyId,
      status: 'published',
    });
  }
  for (let number = 0; number < assistants; number += 1) {
    const { assistantId, agencyId, clearedUntil } = market.assistant(number);
    if (clearedUntil === null) continue;
    yield event('clearance.granted.v1', factId(4, number, 0), 2, { assistantId, agencyId, validUntil: clearedUntil });
  }
  for (let number = 0; number < assistants; number += 1) yield* bookingOf(market, number);
  for (let number = 0; number < assistants; number += 1) {
    const { assistantId, agencyId, reviews } = market.assistant(number);
    for (let count = 0; count < reviews.count; count += 1) {
      const score = Math.floor(reviews.scoreSum / reviews.count) + (count < reviews.scoreSum % reviews.count ? 1 : 0);
      yield event('review.given.v1', factId(5, number, count), 1, { assistantId, agencyId, by: 'business', score });
    }
  }
}

function* bookingOf(market: Market, number: number): Iterable<EventEnvelope> {
  const { assistantId, agencyId, busy } = market.assistant(number);
  if (busy.length === 0) return;
  const slots = Array.from({ length: busy.length / 2 }, (_, index) => ({
    startAt: instantOf(busy[index * 2]! * minuteMs),
    endAt: instantOf(busy[index * 2 + 1]! * minuteMs),
  }));
  yield event('booking.held.v1', factId(6, number, 0), 1, { assistantId, agencyId, slots });
  yield event('booking.confirmed.v1', factId(6, number, 0), 2, { assistantId, agencyId, slots });
}

const factId = (kind: number, number: number, count: number): string =>
  `0190${kind}000-0000-7000-8000-${(number * 256 + count).toString(16).padStart(12, '0')}`;

function event(type: string, aggregateId: string, aggregateVersion: number, data: object): EventEnvelope {
  const aggregateType = type.slice(0, type.indexOf('.'));
  return {
    id: aggregateId,
    type,
    aggregateType,
    aggregateId,
    aggregateVersion,
    audience: [],
    data,
    source: '/ajudant/api',
    time: supplyTime,
    position: 1,
    correlationId: aggregateId,
    causationId: null,
    traceparent: null,
  };
}
