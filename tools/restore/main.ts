import { variablesOf } from '#platform/config';
import { argumentsOf, orExplain, StartFailure } from '#platform/processes';
import { chmod, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { allInOneConfigs } from '../../apps/all-in-one/src/all-in-one-config.js';
import { demoAdministrator, DemoClient } from '../../apps/all-in-one/src/demo-data/index.js';
import { migrateApi } from '../../apps/api/src/data-source.js';
import { migrateMatcher } from '../../apps/matcher/src/data-source.js';
import { shortlistWaits } from '../bench/scale/shortlist-waits.js';
import { ComposedServices } from '../journey/composed-services.js';
import { LocalKafka } from '../kafka/local-kafka.js';
import { temporaryPrefix } from '../kafka/sweep-brokers.js';
import { startAllInOne } from '../start/own-all-in-one.js';
import { differences, rowsByTable, soundJournals } from './contents.js';
import { type OwnCluster, startCluster } from './own-cluster.js';
import { PostgresPrograms } from './postgres-programs.js';

/**
 * `npm run restore:try`: whether what docs/OPERATING.md says of backups brings everything back. A marketplace is filled, dumped,
 * restored in another cluster, compared table by table, its journals verified, and started there.
 */
const values = argumentsOf(
  'npm run restore:try [-- options]: a backup is made, restored elsewhere, verified, and started.',
  {
    /** Dumped and restored in the place of the demo's; its services aren't touched. */
    from: { type: 'string' },
    /** Starts api and matcher apart, over a broker of their own, which needs Java; without it the all-in-one, which is both. */
    kafka: { type: 'boolean', default: false },
  },
);

// Nothing of whoever runs this reaches the copy: no account at others', no place of mails and files. What is set, if only to nothing, isn't
// read from .env either.
for (const config of Object.values(allInOneConfigs))
  for (const { name } of variablesOf(config).values()) process.env[name] = '';

/** What services take up by themselves and reach others with. */
const reachingOut = [
  'api.calendar_reading',
  'api.mail',
  'api.mailbox_reading',
  'api.payment_service_task',
  'api.webhook_attempt',
  'api.webhook_delivery',
  'api.webhook_endpoint',
  'api.webhook_queue',
] as const;
const started = performance.now();
const step = (text: string): void =>
  console.log(`${((performance.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${text}`);
const folder = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
// Where root starts this, servers run as somebody else, who has to get through to their own folders.
await chmod(folder, 0o711);
const place = (name: string): string => path.join(folder, name);
const ending: (() => Promise<unknown>)[] = [];

await orExplain(async () => {
  try {
    await tryRestore(PostgresPrograms.find());
  } finally {
    for (const end of ending.reverse()) await end();
    await rm(folder, { recursive: true, force: true });
  }
});

async function tryRestore(programs: PostgresPrograms): Promise<void> {
  const source = values.from ?? (await filled(await cluster(programs, 'before')));
  const [before, sealed] = [await rowsByTable(source), await soundJournals(source)];
  const rows = [...before.values()].reduce((sum, count) => sum + count, 0);
  step(`to be backed up: ${before.size} tables with ${rows} rows, journals sound ${said(sealed)}`);
  const target = await cluster(programs, 'after');
  await dumpAndRestore(programs, source, target.url);
  const different = differences(before, await rowsByTable(target.url));
  if (different.length > 0) throw new StartFailure(`not what was backed up:\n${different.join('\n')}`);
  // As `npm run migrate`: the roles get their passwords, and rows of the other cluster are taken over.
  const logins = { ownerUrl: target.url, appUrl: target.url };
  await migrateApi(logins);
  await migrateMatcher(logins);
  const restored = await soundJournals(target.url);
  if (said(restored) !== said(sealed)) throw new StartFailure(`journals are sound ${said(restored)} now`);
  step(`restored: the same rows in each table, journals sound ${said(restored)}`);
  await silence(target.url);
  await works(await servicesOn(target.url));
  step('api and matcher work on it: who was there signs in, and a new need gets its shortlist');
}

async function cluster(programs: PostgresPrograms, name: string): Promise<OwnCluster> {
  const own = await startCluster(programs, place(name));
  ending.push(() => own.stop());
  return own;
}

/** The demo's marketplace, with all that its story leaves, and nobody at work on it any more. */
async function filled({ url }: OwnCluster): Promise<string> {
  const filling = await startAllInOne({ DATABASE_URL: url, AJUDANT_DATA_DIR: place('data') });
  await filling.stop();
  step('a marketplace is filled');
  return url;
}

/** As docs/OPERATING.md says. */
async function dumpAndRestore(programs: PostgresPrograms, source: string, target: string): Promise<void> {
  const [roles, dump] = [place('roles.sql'), place('ajudant.dump')];
  await programs.run('pg_dumpall', ['--roles-only', '--no-role-passwords', '-d', source, '-f', roles]);
  await programs.run('pg_dump', ['--format=custom', '-d', source, '-f', dump]);
  if (values.from === undefined) await cp(place('data'), place('restored'), { recursive: true });
  step(`dumped: ${((await stat(dump)).size / 1_048_576).toFixed(1)} MB`);
  // The cluster's own superuser is among the roles, and there already.
  await programs.run('psql', ['-q', '-d', target, '-f', roles]);
  await programs.run('pg_restore', ['--no-owner', '--exit-on-error', '-d', target, dump]);
}

/** Nobody hears or is paid twice what waited when the backup was made, and nobody's mailbox or calendar is read by a copy. */
async function silence(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`TRUNCATE ${reachingOut.join(', ')} CASCADE`);
  } finally {
    await client.end();
  }
}

/** The address of the api. */
async function servicesOn(databaseUrl: string): Promise<string> {
  if (!values.kafka) {
    const both = await startAllInOne({ DATABASE_URL: databaseUrl, AJUDANT_DATA_DIR: place('restored') });
    ending.push(() => both.stop());
    return both.url;
  }
  const kafka = await LocalKafka.start({ folder: place('kafka') });
  ending.push(() => kafka.stop());
  const services = await ComposedServices.around({ databaseUrl, brokers: kafka.brokers });
  ending.push(() => services.stop());
  const data = { AJUDANT_DATA_DIR: place('restored') };
  await Promise.all([services.start('api', data), services.start('matcher')]);
  return services.url;
}

async function works(url: string): Promise<void> {
  if (values.from === undefined) {
    const { email, password } = demoAdministrator;
    const administrator = await new DemoClient(url).signIn(email, password);
    if (administrator === null) throw new StartFailure(`${email} can't sign in any more`);
  }
  await shortlistWaits(url, 1);
}

function said(sound: Readonly<Record<string, number>>): string {
  return Object.entries(sound)
    .map(([schema, position]) => `up to ${position} (${schema})`)
    .join(' and ');
}
