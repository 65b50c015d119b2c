import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { eventually, quickestProgram } from '#platform/testing';

const main = quickestProgram(fileURLToPath(new URL('./specimen/main.js', import.meta.url)));

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

/** Shares requests out in turn among those that say they are ready; it keeps connections, and tries nothing twice. */
class Balancer {
  private ready: readonly Running[];
  private turn = 0;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server = createServer((request, response) => this.pass(request, response));
  private readonly watch = setInterval(() => void this.look(), 100);

  private constructor(readonly members: Running[]) {
    this.ready = members;
  }

  static async over(members: Running[]): Promise<Balancer> {
    const balancer = new Balancer(members);
    balancer.server.listen(0, '127.0.0.1');
    await once(balancer.server, 'listening');
    return balancer;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  add(member: Running): void {
    this.members.push(member);
  }

  async close(): Promise<void> {
    clearInterval(this.watch);
    this.agent.destroy();
    this.server.closeAllConnections();
    this.server.close();
    await Promise.all(this.members.filter(({ child }) => child.exitCode === null).map(({ child }) => end(child)));
  }

  private async look(): Promise<void> {
    const answers = this.members.map(async (member) => ({ member, status: await ask(member.port, '/health/ready') }));
    this.ready = (await Promise.all(answers)).flatMap(({ member, status }) => (status === 200 ? member : []));
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const member = this.ready[(this.turn += 1) % this.ready.length]!;
    get({ port: member.port, host: '127.0.0.1', path: request.url, agent: this.agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502);
      answer.pipe(response);
    }).on('error', () => response.writeHead(502).end());
  }
}

// Most of what they do is wait, and so they do it at the same time.
describe('A process that is told to end', () => {
  it.concurrent('finishes the requests in flight, takes no new ones, closes its modules and exits with 0', async () => {
    const { child, port, line, lines } = await run({ SHUTDOWN_SECONDS: hourSeconds });
    const agent = new Agent({ keepAlive: true });
    // A connection that is kept alive holds nobody up.
    expect(await ask(port, '/health/live', agent)).toBe(200);
    const inFlight = ask(port, '/work?milliseconds=1500');
    await line('begun');
    const ended = end(child);
    await eventually(async () => expect(await ask(port, '/health/live')).toBe('ECONNREFUSED'));
    expect(await inFlight).toBe(200);
    const code = await ended;
    agent.destroy();
    expect([code, lines.at(-1)]).toEqual([0, 'closed']);
  });

  it.concurrent(
    'ends at once when it is told so from a terminal, where a signal that comes twice at once is one: Ctrl-C under npm',
    async () => {
      const { child, port, line, lines } = await run({ SHUTDOWN_SECONDS: hourSeconds, DRAIN_SECONDS: hourSeconds });
      const inFlight = ask(port, '/work?milliseconds=1500');
      await line('begun');
      child.kill('SIGINT');
      child.kill('SIGINT');
      expect(await inFlight).toBe(200);
      const [code] = (await once(child, 'exit')) as [number | null];
      expect([code, lines.at(-1)]).toEqual([0, 'closed']);
    },
  );

  it.concurrent('takes a later signal as haste', async () => {
    const hasty = await run({ SHUTDOWN_SECONDS: hourSeconds });
    const cut = ask(hasty.port, `/work?milliseconds=${hourMs}`);
    await hasty.line('begun');
    hasty.child.kill('SIGINT');
    await eventually(async () => expect(await ask(hasty.port, '/health/live')).toBe('ECONNREFUSED'));
    await sleep(1_100);
    expect(await end(hasty.child)).toBe(1);
    expect(await cut).toBe('ECONNRESET');
  });

  it.concurrent('cuts off a request that takes too long, and still closes its modules', async () => {
    const { child, port, line, lines } = await run({ SHUTDOWN_SECONDS: '1' });
    const inFlight = ask(port, `/work?milliseconds=${hourMs}`);
    await line('begun');
    const code = await end(child);
    expect(await inFlight).toBe('ECONNRESET');
    expect([code, lines.at(-1)]).toEqual([0, 'closed']);
  });

  it.concurrent(
    'is served for a while, not ready, and then lost by nobody: a rolling restart behind a balancer',
    async () => {
      const start = () => run({ DRAIN_SECONDS: '1' });
      const balancer = await Balancer.over([await start(), await start()]);
      const statuses: (number | string)[] = [];
      const over = new AbortController();
      const agent = new Agent({ keepAlive: true });
      const clients = Array.from({ length: 4 }, async () => {
        // Each request is in flight long enough for others to end meanwhile, and costs as little as may be.
        while (!over.signal.aborted) statuses.push(await ask(balancer.port, '/work?milliseconds=20', agent));
      });
      const [before] = balancer.members;
      balancer.add(await start());
      const served = statuses.length;
      expect(await end(before!.child)).toBe(0);
      await eventually(() => expect(statuses.length).toBeGreaterThan(served + 50));
      over.abort();
      await Promise.all(clients);
      agent.destroy();
      await balancer.close();
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
    },
  );

  it.concurrent('never hangs: modules that do not close are left, with exit code 1', async () => {
    const { child, lines } = await run({ SHUTDOWN_SECONDS: '1', CLOSING_MS: hourMs });
    const code = await end(child);
    expect([code, lines.includes('closed')]).toEqual([1, false]);
  });
});
