import { eventually, quickestProgram, testDatabase } from '#platform/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { migrateApi } from '../data-source.js';
import { anAgency } from '../testing/people.js';
import { testApiOn } from '../testing/test-api.js';
import { WebhookReceiver } from '../testing/webhook-receiver.js';

const failpoints = ['webhooks-while-queueing', 'webhooks-between-sending-and-noting', 'webhooks-after-noting'] as const;

const database = await testDatabase({ template: 'api', migrate: (ownerUrl) => migrateApi({ ownerUrl }) });
const owner = new Client({ connectionString: database.url });
await owner.connect();
const receiver = await new WebhookReceiver().start();
const folder = await mkdtemp(path.join(tmpdir(), 'ajudant-webhooks-'));
let running: Sender | null = null;
afterAll(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  receiver.stop();
  await owner.end();
  await rm(folder, { recursive: true, force: true });
  await database.dispose();
});

interface Sender {
  readonly child: ChildProcess;
  readonly ended: Promise<NodeJS.Signals | null>;
}

function startSender(env: Readonly<Record<string, string>>): Sender {
  const script = quickestProgram(path.join(import.meta.dirname, '../testing/webhook-process.js'));
  const child = spawn(process.execPath, [script, database.url], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  return { child, ended };
}

describe('a process that sends webhooks', () => {
  it('dies at any point, again and again, and each event arrives, in order', async () => {
    const api = await testApiOn(database.url);
    const agency = await anAgency(api);
    const url = receiver.url('/hook');
    const types = ['agency.details-changed.v1'];
    await api.http.post('/v1/webhooks').set(agency.headers()).send({ url, types }).expect(201);
    await api.close();
    const sent: string[] = [];
    for (const failpoint of failpoints) {
      sent.push(...(await happened(agency.organisationId, sent.length)));
      running = startSender({ AJUDANT_FAILPOINTS: failpoint, AJUDANT_FAILPOINT_DIR: folder });
      expect(await running.ended).toBe('SIGKILL');
      expect(await readdir(folder)).toContain(failpoint);
      await forgetTheDead();
    }
    sent.push(...(await happened(agency.organisationId, sent.length)));
    // One that goes on needs no process of its own.
    const last = await testApiOn(database.url);
    await eventually(() => {
      const seen = receiver.at('/hook').map(({ event }) => event.data['name'] as string);
      // What comes again was there before; leaving that out, all are there in their order.
      expect(seen.filter((name, at) => seen.indexOf(name) === at)).toEqual(sent);
      const goesOn = (name: string, at: number): boolean =>
        at === 0 || sent.indexOf(name) <= sent.indexOf(seen[at - 1]!) + 1;
      expect(seen.every(goesOn)).toBe(true);
    });
    await last.close();
  });
});

/** Has the time of the one that died run out, for which nobody else sends. */
async function forgetTheDead(): Promise<void> {
  await owner.query('UPDATE api.webhook_queue SET leased_until = now() WHERE lease IS NOT NULL');
}

/** Leaves some events where a use case would, with nobody there to move them; returns the names in them. */
async function happened(agencyId: string, before: number): Promise<string[]> {
  const names = Array.from({ length: 5 }, (_, at) => `Name ${before + at}`);
  for (const [at, name] of names.entries()) {
    await owner.query(
      `INSERT INTO api.outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, audience, occurred_at, correlation_id,
                               data)
       VALUES ($1, 'agency.details-changed.v1', 'agency', $2, $3, ARRAY[$2::uuid], now(), 'a',
               jsonb_build_object('name', $4::text, 'changedAt', now()))`,
      [uuidv7(), agencyId, 3 + before + at, name],
    );
  }
  return names;
}
