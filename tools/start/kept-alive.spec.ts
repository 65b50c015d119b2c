import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '#platform/testing';
import { keepAlive } from './kept-alive.js';
import { ServiceProcess } from './service-process.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'kept '))));
afterEach(() => rm(folder, { recursive: true }));

describe('a service that is kept alive', () => {
  it('is started again whenever it has died, until it is to end for good', async () => {
    const lives = path.join(folder, 'lives');
    const program = path.join(folder, 'main.mjs');
    // It dies twice, and then works on.
    const dying = `import { appendFileSync, readFileSync } from 'node:fs';
      appendFileSync(process.env.LIVES, '.');
      if (readFileSync(process.env.LIVES, 'utf8').length < 3) process.exit(3);
      setInterval(() => undefined, 1_000);`;
    await writeFile(program, dying);
    const started: ServiceProcess[] = [];
    const startAnew = (): ServiceProcess => {
      const service = new ServiceProcess('clerk', program, { LIVES: lives, NODE_OPTIONS: '' }, () => undefined);
      started.push(service);
      return service;
    };
    const said: string[] = [];
    const ending = new AbortController();
    const kept = keepAlive(startAnew(), {
      startAnew,
      say: (text) => said.push(text),
      signal: ending.signal,
      pausesMs: [1, 2],
    });
    await eventually(async () => expect(await readFile(lives, 'utf8')).toBe('...'));
    ending.abort();
    await started.at(-1)!.stop();
    await kept;
    expect(started).toHaveLength(3);
    expect(said).toEqual([1, 2].map((ms) => `clerk ended with code 3; it is started again in ${ms / 1_000} s`));
  });
});
