import { tokenSecretOf } from '#platform/config';
import type { EmbeddedDatabase } from '#platform/database/embedded';
import { createHttpApp, httpOptionsOf, ownCallHeader, ReadinessRegistry, serve } from '#platform/http';
import { MailFolder } from '#platform/mail';
import { Sweep } from '#platform/scheduling';
import { newSecret } from '#platform/security';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';
import { startTracing } from '#platform/tracing';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiSettingsFrom } from '../../api/src/api-from-config.js';
import { migrateApi } from '../../api/src/data-source.js';
import { AccountStore } from '../../api/src/identity/account.store.js';
import { migrateMatcher } from '../../matcher/src/data-source.js';
import type { AllInOneConfig } from './all-in-one-config.js';
import { AllInOneModule } from './all-in-one.module.js';
import {
  demoAddresses,
  demoAdministrator,
  demoBankAccount,
  DemoClient,
  demoPassword,
  demoPeople,
  demoPlan,
  ensureDemoData,
  lastOfTheDemo,
  PlayedClock,
  PlayedTime,
  printWelcome,
} from './demo-data/index.js';

/** Where the build puts the page. */
const pageFolder = fileURLToPath(new URL('../../web', import.meta.url));

/** What `main.ts` knows when the rest is loaded. */
export interface Beginning {
  readonly config: AllInOneConfig;
  /** Null where a database is given. */
  readonly embedded: Promise<EmbeddedDatabase> | null;
  /** Tells whoever started it what is done. */
  readonly step: (text: string) => void;
}

/** Runs all of Ajudant in this process, until it is told to end. */
export async function run({ config: configs, embedded: starting, step }: Beginning): Promise<void> {
  const { api: config, matcher: matcherConfig, demo: demoConfig } = configs;
  await startTracing('ajudant', config);
  const embedded = await starting;
  const databaseUrl = config.databaseUrl ?? embedded!.url;
  const ownerUrl = config.migrationsDatabaseUrl ?? databaseUrl;
  const urls = { ownerUrl, appUrl: databaseUrl };
  const migrated = (await Promise.all([migrateApi(urls), migrateMatcher(urls)])).flat();
  step(migrated.length === 0 ? 'the database is up to date' : `${migrated.length} migrations have run`);
  const given = apiSettingsFrom(config, databaseUrl, await tokenSecretOf(config));
  const plan = demoPlan({ ...config, ...demoConfig });
  const settings = {
    ...given,
    mail: { ...given.mail, confirmedAddresses: plan.isWanted ? demoAddresses : [] },
    administrator: given.administrator ?? (plan.isWanted ? demoAdministrator : null),
    bankAccount: given.bankAccount ?? (plan.isWanted ? demoBankAccount : null),
    demoPeople: plan.isWanted ? demoPeople(demoAdministrator) : [],
    // What an earlier start made for a demo isn't a way in where there is to be none.
    knownPasswords: plan.isWanted ? [] : [demoPassword],
  };
  const ofMatcher = {
    snapshotFolder: matcherConfig.snapshotDir ?? join(config.dataDir, 'supply'),
    ratesSource: matcherConfig.ratesSource,
    journalCare: matcherConfig.journalCare,
  };
  const ownCalls = newSecret('ajo_');
  const clock = new PlayedClock();
  const app = await createHttpApp(AllInOneModule.around(settings, embedded, ofMatcher), {
    ...httpOptionsOf('all-in-one', config, ownCalls),
    pageFolder,
    clock,
    logLevel: config.logLevel ?? 'warn',
  });
  // A look at the accounts is cheaper than to sign in as one of them.
  let demoIsComplete =
    !plan.isWanted || (await app.get(AccountStore, { strict: false }).findByEmail(lastOfTheDemo)) !== null;
  app.get(ReadinessRegistry).register('demo data', async () => (demoIsComplete ? null : 'being filled in'));
  await serve(app, config);
  const url = await app.getUrl();
  step(`listening on ${url}`);
  if (!demoIsComplete && settings.administrator !== null) {
    const time = new PlayedTime(clock, () => sweepsOf(app));
    try {
      await ensureDemoData(new DemoClient(url, { [ownCallHeader]: ownCalls }), settings.administrator, step, { time });
    } catch (error) {
      // Told to end meanwhile, it has nobody to talk to any more; the next start goes on with it.
      if (app.get(ReadinessRegistry).isDraining) return;
      throw error;
    }
    demoIsComplete = true;
  }
  step('ready');
  printWelcome(url, plan.isWanted ? settings.administrator : null);
  const { transport } = settings.mail;
  if (transport instanceof MailFolder)
    console.log(`Mails are put into ${transport.folder}: AJUDANT_SMTP_URL is not set.\n`);
  if (plan.warning !== null) console.warn(`Warning: ${plan.warning}`);
}

/** All that does what falls due by itself. */
const sweepsOf = (app: NestFastifyApplication): Sweep[] =>
  [...app.get(ModulesContainer).values()]
    .flatMap(({ providers }) => [...providers.values()])
    .flatMap(({ instance }: { instance: unknown }) => (instance instanceof Sweep ? [instance] : []));
