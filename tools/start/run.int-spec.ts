import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
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

const sources = {
  'apps/x.ts': '',
  'docs/openapi.json': '{}',
  'examples/x.json': '',
  'libs/x.ts': '',
  'tsconfig.json': '{}',
  'package.json': '{"engines":{"node":">=20.0"}}',
  'package-lock.json': '{}',
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'npm run '));
});
afterEach(() => rm(folder, { recursive: true }));

const copied = async (...names: string[]): Promise<void> => {
  await mkdir(path.join(folder, 'tools/start'), { recursive: true });
  for (const name of names)
    await copyFile(path.join(root, 'tools/start', name), path.join(folder, 'tools/start', name));
};
const written = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
};

/** A package in the folder whose `npm start` and `npm run dev` are ours, but for the program and the build: that is the clerk. */
async function prepare(): Promise<void> {
  const { start, dev } = await scripts();
  const engines = { node: '>=20.0' };
  await copied(
    'run.mjs',
    'compile-cache.mjs',
    'dev.mjs',
    'dev-service.mjs',
    'end-with-shell.mjs',
    'help.mjs',
    'kept-code.mjs',
    'programs.mjs',
    'stamp.mjs',
    'supported-node.mjs',
  );
  await written({
    'package.json': JSON.stringify({ engines, scripts: { start: start?.replace(/dist\/\S+$/, 'clerk.mjs'), dev } }),
    'clerk.mjs': clerk,
    'dist/apps/all-in-one/src/main.js': clerk,
    'data/catalogue.json': '[]',
    'tools/start/ensure-built.mjs': '// All is built.',
    'tools/start/compiler-thread.mjs':
      'export const compileOnThread = (onWritten, onChecked) => { console.error("Compiling …"); onChecked(0); };',
    'tools/start/copy-data.mjs': 'export const data = ["data"]; export const copyData = () => undefined;',
    'tools/start/output.mjs': `import { writeFileSync } from 'node:fs';
      export const prepareOutput = () => undefined;
      export const setStamp = () => writeFileSync('dist/.built', '');`,
  });
}

/** What npm runs once the clerk is at work: the process of npm, the clerk's id and arguments, and the lines so far. */
async function startNpm(...args: readonly string[]) {
  const npm = spawn('npm', ['--silent', ...args], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: npm.stdout }).on('line', (line) => lines.push(line));
  const gone = once(npm, 'exit').then(() => {
    throw new Error('npm ended before anybody was at work');
  });
  const working = eventually(() => {
    const line = lines.find((one) => one.startsWith('at work'));
    expect(line).toBeDefined();
    return line!.replace('at ', '').split(' ');
  });
  const [, pid, ...given] = await Promise.race([working, gone]);
  return { npm, pid: Number(pid), given, lines };
}

describe('what npm runs', () => {
  it.each([
    ['npm start', ['start', '--', '--fast'], ['--fast']],
    ['npm run dev', ['run', 'dev'], ['']],
  ])('ends in order when npm is told to end: %s', async (_, args, expected) => {
    await prepare();
    const { npm, pid, given, lines } = await startNpm(...args);
    expect(given).toEqual(expected);
    npm.kill('SIGTERM');
    // Its output is open until the last process that writes there has ended.
    await once(npm, 'close');
    expect(lines).toContain('closed the books');
    expect(isAlive(pid)).toBe(false);
    // The page and the bundles are none of what either has made.
    expect(existsSync(path.join(folder, 'dist/.built'))).toBe(false);
  });

  it('has npm run dev stop the database that it left up where nobody came to take it over', async () => {
    await prepare();
    await written({
      '.env': 'AJUDANT_DATA_DIR=elsewhere',
      // At work the first time, and broken by the edit.
      'dist/apps/all-in-one/src/main.js': `import { existsSync, writeFileSync } from 'node:fs';
        if (existsSync('edited')) process.exit(3);
        writeFileSync('edited', '');${clerk}`,
      'tools/start/compiler-thread.mjs': `import { existsSync } from 'node:fs';
        export function compileOnThread(onWritten) {
          const look = setInterval(() => {
            if (!existsSync('edited')) return;
            clearInterval(look);
            onWritten([new URL('../../dist/apps/all-in-one/src/main.js', import.meta.url).pathname.replaceAll('%20', ' ')]);
          }, 50);
        }`,
      'dist/libs/platform/src/database/embedded/index.js':
        'export const stopAbandoned = async (folder) => console.log("stopped " + folder);',
    });
    const dev = spawn(process.execPath, [path.join(folder, 'tools/start/dev.mjs')], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: '', AJUDANT_DATA_DIR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
    await eventually(() => expect(said).toContain('ended with code 3'));
    dev.kill('SIGTERM');
    await once(dev, 'close');
    expect(said).toContain('stopped elsewhere');
  });

  it.each([
    ['the page', 'apps/web/page.tsx', true],
    ['the document that the client’s types are made of', 'docs/openapi.json', true],
    ['what is installed', 'package-lock.json', true],
    ['a folder that lost a file', 'libs', true],
    ['nothing of it', 'README.md', false],
  ])('builds again after a change of %s', async (_what, changed, expected) => {
    await copied('ensure-built.mjs', 'stamp.mjs', 'supported-node.mjs');
    await written({ ...sources, 'apps/web/page.tsx': '', 'README.md': '', 'dist/.built': '' });
    await written({ 'tools/start/build.mjs': '' });
    const later = new Date(Date.now() + 60_000);
    await utimes(path.join(folder, 'dist/.built'), later, later);
    const muchLater = new Date(Date.now() + 120_000);
    await utimes(path.join(folder, changed), muchLater, muchLater);
    const child = spawn(process.execPath, [path.join(folder, 'tools/start/ensure-built.mjs')], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    expect((await text(child.stderr)).includes('Building')).toBe(expected);
  });

  it('builds in a process of its own, whatever memory the program is given', async () => {
    await copied('ensure-built.mjs', 'stamp.mjs', 'supported-node.mjs');
    const build = 'console.error(JSON.stringify({ pid: process.pid, options: process.execArgv }));';
    await written({ ...sources, 'tools/start/build.mjs': build });
    const program = path.join(folder, 'tools/start/ensure-built.mjs');
    const child = spawn(process.execPath, ['--max-old-space-size=64', program], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said = await text(child.stderr);
    const { pid, options } = JSON.parse(said.replace('Building …', '')) as { pid: number; options: string[] };
    expect(pid).not.toBe(child.pid);
    expect(options).toEqual([]);
  });

  it('takes no word that only some shells know, wherever it goes on until it is told to end', async () => {
    const all = await scripts();
    for (const name of ['start', 'start:api', 'start:matcher', 'start:kafka', 'kafka', 'demo']) {
      expect(all[name]).toMatch(/^node (--\S+ )*tools\/start\/run\.mjs dist\//);
    }
    for (const script of Object.values(all)) expect(script).not.toMatch(/^exec |^\w+=|'/);
  });
});
