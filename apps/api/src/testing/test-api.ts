import { FolderFiles } from '#platform/files';
import { createHttpApp } from '#platform/http';
import { eventTransportToken, PostgresJournalTransport } from '#platform/messaging';
import { testDatabase } from '#platform/testing';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tmpdir } from 'node:os';
import path from 'node:path';
import supertest from 'supertest';
import { ApiModule } from '../api.module.js';
import type { FileSettings, MailSettings } from '../api-settings.js';
import { migrateApi } from '../data-source.js';
import { AdjustableClock } from './adjustable-clock.js';
import { KeptMails } from './kept-mails.js';

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly clock: AdjustableClock;
  /** Connection to the database as its owner. */
  readonly databaseUrl: string;
  readonly http: ReturnType<typeof supertest>;
  close(): Promise<void>;
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
  bankAccount: { holder: 'Ajudant Marketplace', iban: 'ES9121000418450200051332' },
} as const;

/** Mail that nobody reads, and addresses that nobody has to confirm. */
export const noMail = (): MailSettings => ({ transport: new KeptMails(), webUrl: null, mustConfirm: false });

/** The api alone, on a database of its own, with a clock that can be set forward. */
export async function testApi(mail?: MailSettings, files?: FileSettings): Promise<TestApi> {
  const database = await testDatabase({ template: 'api', migrate: (ownerUrl) => migrateApi({ ownerUrl }) });
  const api = await testApiOn(database.url, mail, files);
  return {
    ...api,
    close: async () => {
      await api.close();
      await database.dispose();
    },
  };
}

/** One more on a database that there is, as another process would be. */
export async function testApiOn(
  databaseUrl: string,
  mail: MailSettings = noMail(),
  files: FileSettings = testApiSettings.files,
): Promise<TestApi> {
  const clock = new AdjustableClock();

  @Global()
  @Module({
    imports: [ApiModule.forRoot({ ...testApiSettings, mail, files, databaseUrl })],
    providers: [{ provide: eventTransportToken, useValue: new PostgresJournalTransport() }],
    exports: [eventTransportToken],
  })
  class TestApiModule {}

  const app = await createHttpApp(TestApiModule, { service: 'api', clock });
  return {
    app,
    clock,
    databaseUrl,
    http: supertest(app.getHttpServer()),
    close: () => app.close(),
  };
}
