import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const keptCode = pathToFileURL(path.resolve(import.meta.dirname, '../../../tools/start/kept-code.mjs')).href;
const program = `const { answer } = require('./part.cjs'); const { basename } = require('node:path');
  void importFrom('node:os').then(({ EOL }) => process.stdout.write([answer(), basename(__filename), typeof exports].join(' ') + EOL));`;
const part = (answer: number) => `exports.answer = () => ${answer};`;

describe('a program that is run with code of before', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kept code '));
    await writeFile(path.join(folder, 'program.cjs'), program);
    await writeFile(path.join(folder, 'part.cjs'), part(41));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (): Promise<string> => {
    const start = `import(${JSON.stringify(keptCode)}).then(({ runKept }) => runKept(process.argv[1]))`;
    const args = ['--eval', start, path.join(folder, 'program.cjs')];
    const env = { ...process.env, NODE_OPTIONS: '' };
    return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim();
  };
  const kept = async (): Promise<(readonly [name: string, file: number])[]> => {
    const names = (await readdir(folder)).filter((name) => !name.endsWith('.cjs'));
    return Promise.all(names.map(async (name) => [name, (await stat(path.join(folder, name))).ino] as const));
  };

  it('does the same, and keeps the code once', async () => {
    expect(await run()).toBe('41 program.cjs object');
    const first = await kept();
    expect(first.map(([name]) => name)).toEqual([
      expect.stringMatching(/^part\.cjs\.[\d.]+\.code$/),
      expect.stringMatching(/^program\.cjs\.[\d.]+\.code$/),
    ]);
    expect(await run()).toBe('41 program.cjs object');
    expect(await kept()).toEqual(first);
  });

  it('is what it is now, where it was something else of the same length', async () => {
    await run();
    await writeFile(path.join(folder, 'part.cjs'), part(42));
    expect(await run()).toBe('42 program.cjs object');
  });

  it('is compiled again where what is kept can not be read', async () => {
    await run();
    for (const [name] of await kept()) await writeFile(path.join(folder, name), 'half of it');
    expect(await run()).toBe('41 program.cjs object');
  });
});
