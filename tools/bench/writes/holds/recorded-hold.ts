import { RequestContext } from '#platform/http';
import { type SentStatement, statementsSentBy } from '#platform/testing';
import type { Slot } from '#domain';
import { randomUUID } from 'node:crypto';
import { hourOf, hoursOfAnAssistant } from './free-time.js';
import type { Place } from './market.js';

/** What of a recorded hold is another one in each hold. */
export interface Changing extends Slot, Place {
  readonly bookingId: string;
  readonly eventId: string;
  /** In hexadecimal. */
  readonly keyHash: string;
  readonly lock: string;
}

/** All that one hold over HTTP sent to the database, its credentials and its commit included. */
export interface RecordedHold {
  readonly statements: readonly SentStatement[];
  readonly was: Changing;
}

const path = '/v1/bookings';

/** Has the api of this process hold time, and listens to what it sends. */
export async function recordHold(url: string, token: string, place: Place): Promise<RecordedHold> {
  // The first one prepares statements and fills what is kept in memory.
  await hold(url, token, place, hourOf(hoursOfAnAssistant - 1));
  const slot = hourOf(hoursOfAnAssistant - 2);
  let bookingId = '';
  const isOurs = (): boolean => RequestContext.current()?.request.url === path;
  const sent = await statementsSentBy(async () => {
    bookingId = await hold(url, token, place, slot);
  }, isOurs);
  const statements = sent.filter(({ text }) => !text.startsWith('NOTIFY'));
  const keyHash = bufferOf(valuesOf(statements, 'INSERT INTO api.idempotency')[3]).toString('hex');
  const [event] = JSON.parse(String(valuesOf(statements, 'INSERT INTO outbox')[0])) as { event_id: string }[];
  const lock = statements.map(({ text }) => /pg_advisory_xact_lock\((-?\d+)\)/.exec(text)?.[1]).find(Boolean);
  if (event === undefined || lock === undefined) throw new Error('a hold has an event and a lock on its key');
  return { statements, was: { ...slot, ...place, bookingId, eventId: event.event_id, keyHash, lock } };
}

async function hold(url: string, token: string, { agreementId }: Place, slot: Slot): Promise<string> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ agreementId, slots: [slot] }),
  });
  if (answer.status !== 201) throw new Error(`a hold was answered with ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

function valuesOf(statements: readonly SentStatement[], beginning: string): readonly unknown[] {
  const found = statements.find(({ text }) => text.trim().startsWith(beginning));
  if (found === undefined) throw new Error(`a hold sent nothing like ${beginning}`);
  return found.values;
}

function bufferOf(value: unknown): Buffer {
  if (!Buffer.isBuffer(value)) throw new Error('the hash of a key is bytes');
  return value;
}

/** Whether the statement goes out together with the one behind it, as it did when it was recorded. */
export function goesWithNext({ text }: SentStatement): boolean {
  return /^\s*(BEGIN|SET LOCAL|INSERT INTO api\.idempotency|INSERT INTO outbox)/.test(text);
}
