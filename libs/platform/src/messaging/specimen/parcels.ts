import { type EventDraft, type EventEnvelope, topicOf } from '#contracts/envelope';
import { IsInt } from 'class-validator';
import { Client } from 'pg';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { openDatabase, runMigrations, type Database, type Schema, sharedTable } from '#platform/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import type { ConsumerDefinition } from '../event-consumer.js';
import { handlersFor } from '../event-handlers.js';
import { Journal } from '../journal.js';
import { journalVerificationTable } from '../journal-verification.js';
import { discardedLetters, messagingTables } from '../messaging-tables.js';

/** The smallest product that sends and receives, for the specs of messaging: parcels that are weighed. */
class ParcelWeighedV1 {
  static readonly type = 'parcel.weighed.v1';

  @IsInt()
  grams!: number;
}

const parcelEvents = { aggregateType: 'parcel', classes: { [ParcelWeighedV1.type]: ParcelWeighedV1 } } as const;
export const parcelTopic = topicOf(parcelEvents.aggregateType);

export const parcelWeighed = (aggregateId: string, aggregateVersion: number, grams: unknown = 1): EventDraft => ({
  type: ParcelWeighedV1.type,
  aggregateType: 'parcel',
  aggregateId,
  aggregateVersion,
  audience: [],
  data: { grams },
});

class Parcels1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...messagingTables('api'),
      ...journalVerificationTable('api'),
      ...discardedLetters('api'),
      'CREATE TABLE api.parcel (id uuid PRIMARY KEY, version int NOT NULL)',
      ...sharedTable('api', 'parcel'),
      `CREATE TABLE api.weighing (place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, consumer text NOT NULL,
         parcel_id uuid NOT NULL, version int NOT NULL, grams int NOT NULL)`,
      ...sharedTable('api', 'weighing'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const schema: Schema = 'api';
export const marketplace = { kind: 'marketplace' } as const;

/** Brings an empty database to where parcels are weighed. */
export const migrateParcels = (url: string): Promise<string[]> =>
  runMigrations({ schema, ownerUrl: url, migrations: [Parcels1700000000000] });

export const parcelHome = (): Promise<TestDatabase> => testDatabase({ template: 'parcels', migrate: migrateParcels });

export const openParcels = (url: string, poolSize = 10): Promise<Database> =>
  openDatabase({ schema, url, entities: [], poolSize });

/** A home of parcels, as their service and as its owner see it. */
export async function parcelService() {
  const home = await parcelHome();
  const owner = new Client({ connectionString: home.url });
  await owner.connect();
  const database = await openParcels(home.url);
  const close = async (): Promise<void> => {
    await database.dataSource.destroy();
    await owner.end();
    await home.dispose();
  };
  return { home, owner, database, close };
}

/** The same, with the journal into which its events are moved. */
export async function parcelJournal() {
  const service = await parcelService();
  return { ...service, journal: new Journal(service.database, '/ajudant/api') };
}

/** Appends events in a transaction of their own. */
export const publish = (database: Database, ...events: EventDraft[]): Promise<void> =>
  database.transaction(marketplace, (tx) => tx.append(events));

/** A consumer that writes down what it hears; `meddle` comes first and may refuse. */
export const weighingConsumer = (
  consumer: string,
  meddle: (version: number, grams: number) => unknown = () => undefined,
): ConsumerDefinition => ({
  consumer,
  handles: [
    handlersFor(parcelEvents, {
      'parcel.weighed.v1': async ({ aggregateId, aggregateVersion, data }, tx) => {
        await meddle(aggregateVersion, data.grams);
        await tx.execute(`INSERT INTO api.weighing (consumer, parcel_id, version, grams) VALUES ($1, $2, $3, $4)`, [
          consumer,
          aggregateId,
          aggregateVersion,
          data.grams,
        ]);
      },
    }),
  ],
});

/** Everything of the given topics that a journal holds. */
export const everything = async (journal: Journal, topics: readonly string[] | 'all'): Promise<EventEnvelope[]> => {
  const events: EventEnvelope[] = [];
  for (let after = 0; ;) {
    const batch = await journal.read(after, topics);
    events.push(...batch.events);
    if (!batch.hasMore) return events;
    after = batch.end;
  }
};

/** Versions in the order in which a consumer handled them. */
export const weighed = async (database: Database, consumer: string, parcelId: string): Promise<number[]> => {
  const rows = await database.transaction(marketplace, (tx) =>
    tx.query<{ version: number }>(
      'SELECT version FROM api.weighing WHERE consumer = $1 AND parcel_id = $2 ORDER BY place',
      [consumer, parcelId],
    ),
  );
  return rows.map(({ version }) => version);
};
