import type { FileDto, TaxPackDto } from '#contracts';
import { argumentsOf } from '#platform/processes';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DemoClient } from '../../apps/all-in-one/src/demo-data/index.js';
import { registerBusiness } from '../journey/cast.js';
import { startAllInOne } from '../start/own-all-in-one.js';
import { memoryOf } from './memory-of.js';

/**
 * `npm run bench:tax-pack`: how long a year of so many entries and documents takes to become an archive, how much memory the service
 * needs for it beyond what it had, and whether the second archive is the same to the byte.
 */
const values = argumentsOf('npm run bench:tax-pack -- [options]: a year of records as one archive, made twice.', {
  entries: { type: 'string', default: '10000' },
  documents: { type: 'string', default: '2000' },
  kilobytes: { type: 'string', default: '100' },
});
const [entries, documents, kilobytes] = [Number(values.entries), Number(values.documents), Number(values.kilobytes)];
/** What the issue asks for. */
const goal = { seconds: 60, megabytes: 300 } as const;
const atOnce = 16;
const year = new Date().getFullYear() - 1;

const service = await startAllInOne({ AJUDANT_DEMO: 'no' });
try {
  const anybody = new DemoClient(service.url);
  const password = randomUUID();
  const email = await registerBusiness(anybody, password);
  // Anew each time: on a busy machine all of it takes longer than a token lasts.
  const business = async (): Promise<DemoClient> => (await anybody.signIn(email, password))!;
  await file(business);
  const first = await makePack(await business(), service.pid);
  const second = await makePack(await business(), service.pid);
  const isSame = first.pack.sha256 === second.pack.sha256;
  console.log(
    `\n${entries} entries, ${documents} documents of ${kilobytes} kB: ${inMegabytes(first.pack.size ?? 0)} MB`,
  );
  for (const { seconds, megabytes } of [first, second]) {
    console.log(`  ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB more at most than before`);
  }
  console.log(`  made twice: ${isSame ? 'the same bytes' : 'NOT the same bytes'}`);
  const isGood = [first, second].every((one) => one.seconds <= goal.seconds && one.megabytes <= goal.megabytes);
  if (!isSame || !isGood) process.exitCode = 1;
} finally {
  await service.stop();
}

/** Files the year over HTTP, as people do, but many at once. */
async function file(signIn: () => Promise<DemoClient>): Promise<void> {
  let begun = 0;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    let own = 0;
    let business = await signIn();
    while (begun < entries) {
      const number = (begun += 1) - 1;
      if ((own += 1) % 100 === 0) business = await signIn();
      const fileIds = number < documents ? [await bring(business, number)] : [];
      await business.post('/v1/records', { body: { ...entryOf(number), fileIds } });
      if (number % 2_000 === 1_999) console.log(`  ${number + 1} entries are filed`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, () => worker()));
  console.log(`  filed in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function entryOf(number: number): object {
  return {
    kind: number % 5 === 0 ? 'income' : 'expense',
    datedOn: `${year}-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`,
    description: `Entry ${number}`,
    counterpart: `Counterpart ${number % 200}`,
    documentNumber: `N-${number}`,
    totalMinor: 1_000 + number,
  };
}

async function bring(business: DemoClient, number: number): Promise<string> {
  const body = `%PDF-1.4 ${number}\n${'x'.repeat(kilobytes * 1_000)}`;
  const path = `/v1/files?name=document-${number}.pdf`;
  const brought = await business.post<FileDto>(path, { contentType: 'application/octet-stream', body });
  return brought.body.id;
}

async function makePack(business: DemoClient, pid: number) {
  // Linux begins its record of the most memory anew.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const [before, began] = [memoryOf(pid, 'VmRSS'), performance.now()];
  const { body: asked } = await business.post<TaxPackDto>('/v1/tax-packs', { body: { year } });
  let pack = asked;
  while (pack.status === 'asked' || pack.status === 'making') {
    await sleep(100);
    ({ body: pack } = await business.get<TaxPackDto>(`/v1/tax-packs/${asked.id}`));
  }
  if (pack.status !== 'ready') throw new Error(`the pack is ${pack.status}`);
  const seconds = (performance.now() - began) / 1000;
  return { pack, seconds, megabytes: memoryOf(pid, 'VmHWM') - before };
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
