import type { Database } from '#platform/database';
import type { Messaging } from '#platform/messaging';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const warmUpSeconds = 3;
const marketplace = { kind: 'marketplace' } as const;

/** As large as most events are. */
export const usualData = {
  bookingId: randomUUID(),
  agreementId: randomUUID(),
  assistantId: randomUUID(),
  slots: [2, 4, 9, 11].map((day) => ({
    startsAt: `2027-03-${String(day).padStart(2, '0')}T09:00:00Z`,
    endsAt: `2027-03-${String(day).padStart(2, '0')}T11:00:00Z`,
    timeZone: 'Europe/Madrid',
  })),
};

/** A transaction of its own with one event; returns its aggregate. */
export async function commitOne(database: Database): Promise<string> {
  const aggregateId = randomUUID();
  const event = {
    type: 'parcel.weighed.v1',
    aggregateType: 'parcel',
    aggregateId,
    aggregateVersion: 1,
    audience: [],
    data: usualData,
  };
  await database.transaction(marketplace, (tx) => tx.append([event]));
  return aggregateId;
}

/**
 * Milliseconds from the commit of each event to its consumer, who follows through the transport. Events are committed at their times,
 * whether those before have come or not; `lateMs` is how late the last commit was.
 * @param messaging not started yet; it is stopped afterwards
 * @param warm is called when the first seconds are over, which aren't counted
 */
export async function commitToConsumed(
  database: Database,
  messaging: Messaging,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  warm: () => void = () => undefined,
): Promise<{ readonly waits: number[]; readonly lateMs: number }> {
  const committed = new Map<string, number>();
  const consumed = new Map<string, number>();
  messaging.follow({
    consumer: `latency-${rate}`,
    topics: ['ajudant.parcel'],
    durable: false,
    handle: async ({ aggregateId }) => {
      consumed.set(aggregateId, performance.now());
    },
    handleUnreadable: () => Promise.resolve(),
  });
  await messaging.start();
  while (messaging.transport.progress().some(({ lag }) => lag !== 0)) await sleep(50);
  const lateMs = await atRate({ rate, seconds }, warm, async (isCounted) => {
    const id = await commitOne(database);
    if (isCounted) committed.set(id, performance.now());
  });
  while ([...committed.keys()].some((id) => !consumed.has(id))) await sleep(50);
  await messaging.stop();
  return { waits: [...committed].map(([id, at]) => consumed.get(id)! - at), lateMs };
}

/**
 * Does something so many times a second, each at its time, whether those before have ended or not. Returns when all have, with how
 * many milliseconds late that was.
 * @param warm is called when the first seconds are over, which aren't counted
 */
export async function atRate(
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  warm: () => void,
  act: (isCounted: boolean) => Promise<void>,
): Promise<number> {
  const acts: Promise<void>[] = [];
  const started = performance.now();
  for (let number = 0; number < rate * (seconds + warmUpSeconds); number += 1) {
    const due = started + (number / rate) * 1_000 - performance.now();
    if (due > 0) await sleep(due);
    if (number === rate * warmUpSeconds) warm();
    acts.push(act(number >= rate * warmUpSeconds));
  }
  await Promise.all(acts);
  return performance.now() - started - (seconds + warmUpSeconds) * 1_000;
}
