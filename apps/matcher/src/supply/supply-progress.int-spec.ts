import type { EventEnvelope } from '#contracts';
import { openDatabase } from '#platform/database';
import type { Messaging } from '#platform/messaging';
import { testDatabase } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateMatcher } from '../data-source.js';
import { supplyConsumer, SupplyProgress } from './supply-progress.js';

const place = await testDatabase({ template: 'matcher', migrate: (ownerUrl) => migrateMatcher({ ownerUrl }) });
const database = await openDatabase({ schema: 'matcher', url: place.url, entities: [], poolSize: 2 });
afterAll(async () => {
  await database.dataSource.destroy();
  await place.dispose();
});

describe('the progress of the supply', () => {
  let lags: (number | null)[] = [];
  const progress = () => lags.map((lag) => ({ consumer: supplyConsumer, lag }));
  const messaging = { transport: { progress } } as unknown as Messaging;
  const anEvent = () =>
    ({ id: randomUUID(), aggregateType: 'need', aggregateId: randomUUID(), aggregateVersion: 2 }) as EventEnvelope;
  const see = ({ aggregateType, aggregateId }: EventEnvelope, version: number) =>
    database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.execute(
        `INSERT INTO matcher.inbox (consumer, aggregate_type, aggregate_id, last_version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (consumer, aggregate_type, aggregate_id) DO UPDATE SET last_version = $4`,
        [supplyConsumer, aggregateType, aggregateId, version],
      ),
    );
  const isOver = async (waiting: Promise<void>): Promise<boolean> =>
    Promise.race([waiting.then(() => true), sleep(50).then(() => false)]);

  it('keeps a ranking waiting until the supply has come to the same event', async () => {
    lags = [0, 0];
    const event = anEvent();
    const waiting = new SupplyProgress(messaging, database).until(event);
    expect(await isOver(waiting)).toBe(false);
    await see(event, 1);
    expect(await isOver(waiting)).toBe(false);
    await see(event, 2);
    await waiting;
  });

  it('lets it go on at once when the supply of the same process has come to the event, before that is noted', async () => {
    lags = [0];
    const event = anEvent();
    const supply = new SupplyProgress(messaging, database);
    const waiting = supply.until(event);
    supply.reached({ ...event, aggregateVersion: 1 });
    supply.reached({ ...event, aggregateId: randomUUID() });
    expect(await isOver(waiting)).toBe(false);
    supply.reached(event);
    await waiting;
    supply.reached({ ...event, aggregateVersion: 1 });
    await supply.until(event);
  });

  it('keeps it waiting at the start until nothing is left of what waited for the supply', async () => {
    const event = anEvent();
    await see(event, 2);
    lags = [];
    const waiting = new SupplyProgress(messaging, database).until(event);
    expect(await isOver(waiting)).toBe(false);
    lags = [0, null];
    expect(await isOver(waiting)).toBe(false);
    lags = [0, 7];
    expect(await isOver(waiting)).toBe(false);
    lags = [0, 0];
    await waiting;
  });

  it('asks for the event to come again when it takes long', async () => {
    lags = [0];
    class HastyProgress extends SupplyProgress {
      protected override readonly waitMs = 30;
    }
    await expect(new HastyProgress(messaging, database).until(anEvent())).rejects.toThrow(/does not know yet/);
  });
});
