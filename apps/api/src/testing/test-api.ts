import { FolderFiles } from '#platform/files';
import { createHttpApp } from '#platform/http';
import { type EventTransport, eventTransportToken, PostgresJournalTransport } from '#platform/messaging';
import { testDatabase, type TestDatabase } from '#platform/testing';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import supertest from 'supertest';
import { ApiModule } from '../api.module.js';
import type { ApiSettings, FileSettings, MailSettings } from '../api-settings.js';
import { migrateApi } from '../data-source.js';
import { AdjustableClock } from './adjustable-clock.js';
import { KeptMails } from './kept-mails.js';

const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

export interface ToldEvent {
  readonly type: string;
  readonly id: string;
  /** Of its aggregate. */
  readonly kind: string;
  readonly version: number;
  readonly audience: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** A client that keeps its connections: to make one costs as much as most requests do. */
function clientOf(app: NestFastifyApplication, connections: Agent): ReturnType<typeof supertest> {
  const client = supertest(app.getHttpServer());
  for (const method of methods) {
    const begin = client[method].bind(client);
    client[method] = (url) => begin(url).agent(connections);
  }
  return client;
}

/**
 * An application that listens, and that a spec talks to until it closes it. What a spec's module names is kept as long as its worker runs, so
 * this lets go of what it closes: a worker that kept all applications it ever had would do little else than look through them.
 */
export class TestApi {
  private open: {
    readonly app: NestFastifyApplication;
    readonly http: ReturnType<typeof supertest>;
    readonly connections: Agent;
    readonly owner: Pool;
    readonly database: TestDatabase | undefined;
  } | null;

  constructor(
    app: NestFastifyApplication,
    readonly clock: AdjustableClock,
    /** Connection to the database as its owner. */
    readonly databaseUrl: string,
    /** Goes with the application. */
    database?: TestDatabase,
  ) {
    const connections = new Agent({ keepAlive: true });
    const owner = new Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
    this.open = { app, http: clientOf(app, connections), connections, owner, database };
  }

  get app(): NestFastifyApplication {
    return this.opened().app;
  }

  get http(): ReturnType<typeof supertest> {
    return this.opened().http;
  }

  /** The database as its owner sees it, whom no row-level security holds back: one connection, opened when it is first asked. */
  get owner(): Pick<Pool, 'query'> {
    return this.opened().owner;
  }

  /** The events of a type, or of some aggregates, in the order of their versions: from the outbox or, once moved on, from the journal. */
  async told({ type, ids }: { type?: string; ids?: readonly string[] }): Promise<ToldEvent[]> {
    const columns = 'type, aggregate_id AS id, aggregate_type AS kind, aggregate_version AS version, audience, data';
    const wanted = '($1::text IS NULL OR type = $1) AND ($2::uuid[] IS NULL OR aggregate_id = ANY ($2))';
    const { rows } = await this.owner.query<ToldEvent>(
      `SELECT ${columns} FROM api.outbox WHERE ${wanted} UNION ALL
       SELECT ${columns} FROM api.journal WHERE ${wanted} ORDER BY version`,
      [type ?? null, ids ?? null],
    );
    return rows;
  }

  async close(): Promise<void> {
    const { app, connections, owner, database } = this.opened();
    this.open = null;
    connections.destroy();
    await owner.end();
    await app.close();
    await database?.dispose();
  }

  private opened(): NonNullable<TestApi['open']> {
    if (this.open === null) throw new Error('This application is closed already');
    return this.open;
  }
}

const folder = path.join(tmpdir(), `ajudant-files-${process.pid}`);

export const testApiSettings = {
  databasePoolSize: 10,
  tokenSecret: 'only-for-tests-only-for-tests-only-for-tests',
  administrator: { email: 'administrator@example.org', password: 'correct horse battery staple' },
  holdMinutes: 15,
  clearanceMonths: 12,
  commissionBps: 1_000,
  passwordHashing: { memoryKib: 64 },
  files: { store: new FolderFiles(path.join(folder, 'kept')), spoolFolder: folder },
  outbound: { loopback: 'allowed' },
  webhookTimeLimitMs: 2_000,
  bankAccount: { holder: 'Ajudant Marketplace', iban: 'ES9121000418450200051332' },
} as const;

/** Mail that nobody reads, and addresses that nobody has to confirm. */
export const noMail = (): MailSettings => ({ transport: new KeptMails(), webUrl: null, mustConfirm: false });

/** The api alone, on a database of its own, with a clock that can be set forward. */
export async function testApi(
  mail?: MailSettings,
  files?: FileSettings,
  transport?: EventTransport,
  stripe?: ApiSettings['stripe'],
): Promise<TestApi> {
  const database = await testDatabase({ template: 'api', migrate: (ownerUrl) => migrateApi({ ownerUrl }) });
  return start(database.url, { mail, files, transport, stripe }, database);
}

/** One more on a database that there is, as another process would be. */
export const testApiOn = (
  databaseUrl: string,
  mail?: MailSettings,
  files?: FileSettings,
  transport?: EventTransport,
  stripe?: ApiSettings['stripe'],
): Promise<TestApi> => start(databaseUrl, { mail, files, transport, stripe });

interface Parts {
  readonly mail?: MailSettings | undefined;
  readonly files?: FileSettings | undefined;
  readonly transport?: EventTransport | undefined;
  readonly stripe?: ApiSettings['stripe'] | undefined;
}

async function start(
  databaseUrl: string,
  { mail = noMail(), files = testApiSettings.files, transport = new PostgresJournalTransport(), stripe = null }: Parts,
  ownDatabase?: TestDatabase,
): Promise<TestApi> {
  const clock = new AdjustableClock();

  @Global()
  @Module({
    imports: [ApiModule.forRoot({ ...testApiSettings, mail, files, stripe, databaseUrl })],
    providers: [{ provide: eventTransportToken, useValue: transport }],
    exports: [eventTransportToken],
  })
  class TestApiModule {}

  const app = await createHttpApp(TestApiModule, { service: 'api', clock });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return new TestApi(app, clock, databaseUrl, ownDatabase);
}
