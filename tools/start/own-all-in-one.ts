import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onEndSignal } from '#platform/processes';
import { freePort } from '../kafka/broker-properties.js';

const startSeconds = 90;
/** As `npm start` has it: V8 would rather let the heap grow than collect what nobody needs any more, and copies less of a start where new space begins as large as it gets. */
const heapOptions = ['--max-old-space-size=512', '--min-semi-space-size=8', '--max-semi-space-size=8'];

export interface OwnAllInOne {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** An all-in-one for this run alone: a process of its own, its data in a temporary folder that goes with it. */
export async function startAllInOne(environment: Readonly<Record<string, string>> = {}): Promise<OwnAllInOne> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ajudant-'));
  const port = await freePort();
  const main = fileURLToPath(new URL('../../apps/all-in-one/src/main.js', import.meta.url));
  const child = spawn(process.execPath, [...heapOptions, main], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      // Nobody shares out requests to it.
      AJUDANT_DRAIN_SECONDS: '0',
      AJUDANT_DATA_DIR: dataDir,
      AJUDANT_HTTP_PORT: String(port),
      AJUDANT_WEB_URL: `http://127.0.0.1:${port}`,
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  // Whoever ends before `stop` takes the all-in-one along.
  onEndSignal({
    inOrder: () => void stop().finally(() => process.exit(1)),
    atOnce: () => child.kill('SIGKILL'),
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  for (let waited = 0; waited < startSeconds * 10; waited += 1) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { url, pid: child.pid!, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`the all-in-one did not become ready within ${startSeconds} s`);
}
