import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { eventually } from '#platform/testing';

const main = fileURLToPath(new URL('./specimen/main.js', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly lines: string[];
  line(text: string): Promise<void>;
}

async function run(env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, ['--no-warnings', main], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(text);
    waiting.splice(0).forEach((look) => look());
  });
  const line = async (text: string): Promise<void> => {
    while (!lines.some((seen) => seen.startsWith(text))) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  await line('listening');
  return { child, lines, line, port: Number(lines[0]?.split(' ')[1]) };
}

/** Status of the answer, or the reason why there is none. */
const ask = async (port: number, path: string, agent?: Agent): Promise<number | string> =>
  new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    }).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });

/** Longer than a test may take: what waits for it is never done. */
const hourSeconds = '3600';
const hourMs = String(Number(hourSeconds) * 1_000);

async function end(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('A process that is told to end', () => {
  it('finishes the requests in flight, takes no new ones, closes its modules and exits with 0', async () => {
    const { child, port, line, lines } = await run({ SHUTDOWN_SECONDS: hourSeconds });
    const inFlight = ask(port, '/work?milliseconds=1500');
    await line('begun');
    const ended = end(child);
    await eventually(async () => expect(await ask(port, '/health/live')).toBe('ECONNREFUSED'));
    expect(await inFlight).toBe(200);
    const code = await ended;
    expect([code, lines.at(-1)]).toEqual([0, 'closed']);
  });

  it('takes a signal that comes twice at once for one, as Ctrl-C under npm does, and a later one as haste', async () => {
    const { child, port, line, lines } = await run({ SHUTDOWN_SECONDS: hourSeconds });
    const inFlight = ask(port, '/work?milliseconds=1500');
    await line('begun');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await inFlight).toBe(200);
    const [code] = (await once(child, 'exit')) as [number | null];
    expect([code, lines.at(-1)]).toEqual([0, 'closed']);

    const hasty = await run({ SHUTDOWN_SECONDS: hourSeconds });
    const cut = ask(hasty.port, `/work?milliseconds=${hourMs}`);
    await hasty.line('begun');
    hasty.child.kill('SIGINT');
    await eventually(async () => expect(await ask(hasty.port, '/health/live')).toBe('ECONNREFUSED'));
    await sleep(1_100);
    expect(await end(hasty.child)).toBe(1);
    expect(await cut).toBe('ECONNRESET');
  });

  it('is not held up by connections that are kept alive', async () => {
    const { child, port } = await run({ SHUTDOWN_SECONDS: hourSeconds });
    const agent = new Agent({ keepAlive: true });
    expect(await ask(port, '/health/live', agent)).toBe(200);
    const code = await end(child);
    agent.destroy();
    expect(code).toBe(0);
  });

  it('cuts off a request that takes too long, and still closes its modules', async () => {
    const { child, port, line, lines } = await run({ SHUTDOWN_SECONDS: '1' });
    const inFlight = ask(port, `/work?milliseconds=${hourMs}`);
    await line('begun');
    const code = await end(child);
    expect(await inFlight).toBe('ECONNRESET');
    expect([code, lines.at(-1)]).toEqual([0, 'closed']);
  });

  it('never hangs: modules that do not close are left, with exit code 1', async () => {
    const { child, lines } = await run({ SHUTDOWN_SECONDS: '1', CLOSING_MS: hourMs });
    const code = await end(child);
    expect([code, lines.includes('closed')]).toEqual([1, false]);
  });
});
