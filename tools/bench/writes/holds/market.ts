import { FolderFiles } from '#platform/files';
import { createHttpApp } from '#platform/http';
import { eventTransportToken, PostgresJournalTransport } from '#platform/messaging';
import { Global, Module } from '@nestjs/common';
import { tmpdir } from 'node:os';
import { ApiModule } from '../../../../apps/api/src/api.module.js';
import { migrateApi } from '../../../../apps/api/src/data-source.js';
import {
  daysFromNow,
  demoAdministrator,
  DemoClient,
  demoPassword,
} from '../../../../apps/all-in-one/src/demo-data/index.js';
import { agreeAtOnce, anAgency, listCleared, postNeed, registerBusiness, tireless } from '../../../journey/cast.js';
import { clients } from './contestant.js';
import { type RecordedHold, recordHold } from './recorded-hold.js';
import { noMail } from '../../../../apps/api/src/testing/test-api.js';

export interface Place {
  readonly agreementId: string;
  readonly assistantId: string;
}

export interface Market {
  /** Of the business that all of them agree with. */
  readonly email: string;
  /** One per client. */
  readonly places: readonly Place[];
  readonly recorded: RecordedHold;
}

/** Fills a database with a business, assistants around the clock and agreements, and records what a hold sends to it. */
export async function prepareMarket(databaseUrl: string): Promise<Market> {
  await migrateApi({ ownerUrl: databaseUrl });
  const settings = {
    databaseUrl,
    databasePoolSize: 5,
    tokenSecret: 'only-for-this-run-only-for-this-run-only-for-this-run',
    administrator: demoAdministrator,
    mail: noMail(),
    files: { store: new FolderFiles(tmpdir()), spoolFolder: tmpdir() },
    holdMinutes: 1_440,
    clearanceMonths: 12,
    commissionBps: 1_000,
  };

  @Global()
  @Module({
    imports: [ApiModule.forRoot(settings)],
    providers: [{ provide: eventTransportToken, useValue: new PostgresJournalTransport() }],
    exports: [eventTransportToken],
  })
  class ApiAlone {}

  const app = await createHttpApp(ApiAlone, { service: 'api', logLevel: 'error' });
  try {
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const email = await registerBusiness(new DemoClient(url));
    const places = await fill(url, email);
    const recorded = await recordHold(url, await tokenOf(url, email), places[0]!);
    return { email, places, recorded };
  } finally {
    await app.close();
  }
}

/** An access token for somebody of the run; it lives for 15 minutes. */
export async function tokenOf(url: string, email: string): Promise<string> {
  const credentials = { body: { email, password: demoPassword } };
  const { body } = await new DemoClient(url).post<{ accessToken: string }>('/v1/auth/tokens', credentials);
  return body.accessToken;
}

async function fill(url: string, email: string): Promise<Place[]> {
  const agency = await anAgency(url);
  const business = new DemoClient(url, { authorization: `Bearer ${await tokenOf(url, email)}` });
  const places: Place[] = [];
  for (let number = 0; number < clients; number += 1) {
    const assistantId = await listCleared(agency, { ...tireless, displayName: `Núria ${number}` });
    const needId = await postNeed(business, { startsOn: daysFromNow(0), endsOn: daysFromNow(360) });
    places.push({ agreementId: await agreeAtOnce(business, needId, assistantId), assistantId });
  }
  return places;
}
