import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isAlive } from '#platform/processes';
import { eventually } from '#platform/testing';

const root = path.resolve(import.meta.dirname, '../../..');
/** Ends in order, and takes a moment for it. */
const clerk = `
  setInterval(() => undefined, 1_000);
  process.on('SIGTERM', () => setTimeout(() => { console.log('closed the books'); process.exit(0); }, 200));
  console.log('at work ' + process.pid + ' ' + process.argv.slice(2).join(' '));`;

const scripts = async (): Promise<Record<string, string>> =>
  (JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'npm run '));
});
afterEach(() => rm(folder, { recursive: true }));

/** A package in the folder whose `npm start` is ours, but for the program: that is the clerk. */
async function prepare(): Promise<void> {
  const { start } = await scripts();
  await mkdir(path.join(folder, 'tools/start'), { recursive: true });
  for (const name of ['run.mjs', 'end-with-shell.mjs', 'stamp.mjs']) {
    await copyFile(path.join(root, 'tools/start', name), path.join(folder, 'tools/start', name));
  }
  const itself = { 'tools/start/ensure-built.mjs': '// All is built.', 'clerk.mjs': clerk };
  const manifest = JSON.stringify({ scripts: { start: start?.replace(/dist\/\S+$/, 'clerk.mjs') } });
  for (const [name, text] of Object.entries({ ...itself, 'package.json': manifest })) {
    await writeFile(path.join(folder, name), text);
  }
}

/** `npm start` once the clerk is at work: the process of npm, the clerk's id and arguments, and the lines so far. */
async function startNpm() {
  const npm = spawn('npm', ['start', '--silent', '--', '--fast'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: npm.stdout }).on('line', (line) => lines.push(line));
  const [, pid, ...args] = await eventually(() => {
    const line = lines.find((text) => text.startsWith('at work'));
    expect(line).toBeDefined();
    return line!.replace('at ', '').split(' ');
  });
  return { npm, pid: Number(pid), args, lines };
}

describe('what npm runs', () => {
  it('ends in order when npm is told to end', async () => {
    await prepare();
    const { npm, pid, args, lines } = await startNpm();
    expect(args).toEqual(['--fast']);
    npm.kill('SIGTERM');
    // Its output is open until the last process that writes there has ended.
    await once(npm, 'close');
    expect(lines).toContain('closed the books');
    expect(isAlive(pid)).toBe(false);
  });

  it('takes no word that only some shells know, wherever it goes on until it is told to end', async () => {
    const all = await scripts();
    for (const name of ['start', 'start:api', 'start:matcher', 'start:kafka', 'kafka', 'demo']) {
      expect(all[name]).toMatch(/^node (--\S+ )*tools\/start\/run\.mjs dist\//);
    }
    for (const script of Object.values(all)) expect(script).not.toMatch(/^exec |^\w+=|'/);
  });
});
