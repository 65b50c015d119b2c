import type { EventEnvelope } from '#contracts';
import { type Database, openDatabase, type Transaction } from '#platform/database';
import type { AggregateHandlers, ConsumerDefinition, Messaging } from '#platform/messaging';
import { testDatabase, type TestDatabase } from '#platform/testing';
import { migrateMatcher } from '../data-source.js';
import type { SupplyFollower } from './supply-follower.js';
import type { SupplyProgress } from './supply-progress.js';
import { SupplyProjection } from './supply.projection.js';

/** The tables of the supply, and the projection that fills them, without a transport. */
export class SupplyTables {
  /** All that was heard, in its order. */
  readonly heard: EventEnvelope[] = [];
  private readonly handlers: AggregateHandlers['handlers'];

  private constructor(
    private readonly place: TestDatabase,
    private readonly database: Database,
  ) {
    const definitions: ConsumerDefinition[] = [];
    const messaging = { consume: (definition: ConsumerDefinition) => definitions.push(definition) };
    const follower = { wake: () => undefined } as unknown as SupplyFollower;
    const progress = { reached: () => undefined } as unknown as SupplyProgress;
    new SupplyProjection(messaging as unknown as Messaging, follower, progress).onModuleInit();
    this.handlers = Object.assign({}, ...definitions[0]!.handles.map(({ handlers }) => handlers));
  }

  static async open(): Promise<SupplyTables> {
    const place = await testDatabase({ template: 'matcher', migrate: (ownerUrl) => migrateMatcher({ ownerUrl }) });
    const database = await openDatabase({ schema: 'matcher', url: place.url, entities: [], poolSize: 5 });
    return new SupplyTables(place, database);
  }

  async close(): Promise<void> {
    await this.database.dataSource.destroy();
    await this.place.dispose();
  }

  inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction({ kind: 'marketplace' }, work);
  }

  /** Hands an event to the projection, as its consumer would. */
  hear(type: string, aggregateId: string, data: object, aggregateVersion = 1, tx?: Transaction): Promise<void> {
    const envelope = { type, aggregateId, aggregateVersion, data } as EventEnvelope;
    this.heard.push(envelope);
    const handle = (inside: Transaction) => this.handlers[type]!.handle(envelope, inside);
    return tx === undefined ? this.inTransaction(handle) : handle(tx);
  }
}

/** An assistant who can be found, but for the agency. */
export const listing = {
  status: 'published',
  countryCode: 'ES',
  timeZone: 'Europe/Madrid',
  skills: [{ skillCode: 'spreadsheets', level: 4 }],
  dutyCodes: ['inbox-triage'],
  languages: [{ language: 'ca', level: 'C2' }],
  hourlyRate: { amountMinor: 1_850, currency: 'EUR' },
  weeklyHours: [{ weekday: 1, start: '09:00', end: '14:00' }],
  daysOff: [],
  weeklyCapacityMinutes: 1_200,
  instantBooking: true,
  listedAt: '2026-01-05T08:00:00.000Z',
};
