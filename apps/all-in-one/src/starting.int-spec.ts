import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { quickestProgram, testDatabase } from '#platform/testing';

const main = quickestProgram(fileURLToPath(new URL('main.js', import.meta.url)));

/** What a start that comes to nothing says, its steps apart, and its exit code. */
async function startInVain(environment: Readonly<Record<string, string>>): Promise<{ said: string; code: number }> {
  const child = spawn(process.execPath, ['--no-warnings', main], {
    env: { ...process.env, NODE_OPTIONS: '', AJUDANT_DATA_DIR: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number]>;
  const [steps, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const other = steps.split('\n').filter((line) => !/^ +\d+\.\d s {2}/.test(line));
  return { said: other.join('\n') + said, code };
}

const home = await testDatabase({ template: 'empty', migrate: async () => undefined });
// What a start before has left in the working folder is none of theirs.
const data = await mkdtemp(join(tmpdir(), 'ajudant-starting-'));
afterAll(async () => {
  await home.dispose();
  await rm(data, { recursive: true });
});

describe('a start that can not succeed', () => {
  const withChange = (change: (url: URL) => void): string => {
    const url = new URL(home.url);
    change(url);
    return url.toString();
  };

  it('says in one line that nothing answers where the database should be', async () => {
    const { said, code } = await startInVain({ DATABASE_URL: 'postgres://ajudant:secret@127.0.0.1:1/market' });
    expect(said).toBe(
      "the database 127.0.0.1:1/market (see DATABASE_URL) can't be used: connect ECONNREFUSED 127.0.0.1:1\n",
    );
    expect(code).toBe(1);
  });

  it('says in one line that the database lets nobody in with this password, and keeps the password to itself', async () => {
    const wrong = withChange((url) => Object.assign(url, { hostname: '127.0.0.1', password: 'hunter2hunter2' }));
    const { said, code } = await startInVain({ DATABASE_URL: wrong });
    expect(said).toMatch(/^the database 127\.0\.0\.1:\d+\/\w+ .* password authentication failed for user "ajudant"\n$/);
    expect(said).not.toContain('hunter2');
    expect(code).toBe(1);
  });

  it('says in one line that somebody listens on its port already', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const environment = { DATABASE_URL: home.url, AJUDANT_HTTP_PORT: String(port) };
    const { said, code } = await startInVain({
      ...environment,
      AJUDANT_TOKEN_SECRET: 'only for tests, only for tests, only for tests',
    });
    other.close();
    expect(said).toBe(`127.0.0.1:${port} is taken: end what listens there, or set AJUDANT_HTTP_PORT to another port\n`);
    expect(code).toBe(1);
  });
});
