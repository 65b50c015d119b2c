import { randomBytes, randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { hourOf } from './free-time.js';
import { appSession } from './app-session.js';
import { type Changing, goesWithNext } from './recorded-hold.js';
import type { WorkerTask } from './statements-alone.js';

const { databaseUrl, places, recorded, mine } = workerData as WorkerTask;
const { statements, was } = recorded;
/** How many holds each place has had. */
const held = places.map(() => 0);
const connections = await Promise.all(mine.map(() => connect()));

parentPort!.on('message', (seconds: number) => {
  const end = performance.now() + seconds * 1_000;
  void Promise.all(mine.map((place, index) => bookUntil(end, connections[index]!, place))).then((counts) =>
    parentPort!.postMessage(counts.reduce((sum, count) => sum + count, 0)),
  );
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, options: appSession, pipeline: true } as object);
  await client.connect();
  return client;
}

async function bookUntil(end: number, client: Client, place: number): Promise<number> {
  let booked = 0;
  for (; performance.now() < end; booked += 1) await hold(client, place);
  return booked;
}

async function hold(client: Client, place: number): Promise<void> {
  const is: Changing = {
    ...places[place]!,
    ...hourOf((held[place]! += 1)),
    bookingId: randomUUID(),
    eventId: randomUUID(),
    keyHash: randomBytes(32).toString('hex'),
    lock: String(randomBytes(8).readBigInt64BE()),
  };
  let together: Promise<unknown>[] = [];
  for (const statement of statements) {
    const text = statement.text.replace(was.lock, is.lock);
    together.push(client.query({ ...statement, text, values: statement.values.map((value) => changed(value, is)) }));
    if (goesWithNext(statement)) continue;
    await Promise.all(together);
    together = [];
  }
}

function changed(value: unknown, is: Changing): unknown {
  if (Array.isArray(value)) return value.map((one) => changed(one, is));
  // Bytes come from the other thread as plain arrays of them.
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    return bytes.toString('hex') === was.keyHash ? Buffer.from(is.keyHash, 'hex') : bytes;
  }
  if (typeof value !== 'string') return value;
  return (['bookingId', 'eventId', 'agreementId', 'assistantId', 'startAt', 'endAt'] as const).reduce(
    (text, what) => text.replaceAll(was[what], is[what]),
    value,
  );
}
