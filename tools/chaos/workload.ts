import { setTimeout as sleep } from 'node:timers/promises';
import type { InsistentClient, Outcome } from './insistent-client.js';

/** A booking that somebody wanted, and what they were told. */
export interface Wish {
  readonly assistantId: string;
  readonly startAt: string;
  readonly outcome: Outcome;
  /** Whether they were told that it is cancelled. */
  isCancelled: boolean;
}

/** An agreement under which an assistant is booked. */
export interface Deal {
  readonly assistantId: string;
  readonly agreementId: string;
}

const hourMs = 3_600_000;
const firstHour = Math.ceil(Date.now() / hourMs) + 48;
/** Few, so that many want the same one. */
const hours = 400;
const workers = 6;

/**
 * People who book and cancel hours of few assistants, all at once, until told to stop; what they have asked for by then they want to
 * know.
 */
export async function bookAndCancel(
  client: InsistentClient,
  deals: readonly Deal[],
  random: () => number,
  { until, giveUp }: { readonly until: AbortSignal; readonly giveUp: AbortSignal },
): Promise<Wish[]> {
  const wishes: Wish[] = [];
  const work = async (): Promise<void> => {
    while (!until.aborted) {
      const { assistantId, agreementId } = deals[Math.floor(random() * deals.length)]!;
      const start = (firstHour + Math.floor(random() * hours)) * hourMs;
      const [startAt, endAt] = [start, start + hourMs].map((at) => new Date(at).toISOString());
      const slots = [{ startAt, endAt }];
      const outcome = await client.post('/v1/bookings', { agreementId, slots, confirm: true }, giveUp);
      if (outcome === null) return;
      const wish: Wish = { assistantId, startAt: startAt!, outcome, isCancelled: false };
      wishes.push(wish);
      if (outcome.status === 201 && random() < 0.3) {
        const path = `/v1/bookings/${String(outcome.body['id'])}/cancellation`;
        const cancelled = await client.post(path, { reason: 'Chaos' }, giveUp, '*');
        wish.isCancelled = cancelled?.status === 201;
      }
      await sleep(random() * 60);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return wishes;
}
