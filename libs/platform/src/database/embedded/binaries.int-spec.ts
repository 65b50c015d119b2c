import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeLinks } from './binaries.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'binaries '));
  await mkdir(path.join(folder, 'native', 'lib', 'deep'), { recursive: true });
  await writeFile(path.join(folder, 'native', 'lib', 'libone.so.1.2'), 'one');
  const links = [
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so' },
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/deep/libone.so' },
  ];
  await writeFile(path.join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the database's programs", () => {
  it('get the links that an install without scripts did not make, and keep them', async () => {
    await makeLinks(folder);
    await makeLinks(folder);
    expect(await readlink(path.join(folder, 'native', 'lib', 'libone.so'))).toBe('libone.so.1.2');
    expect(await readFile(path.join(folder, 'native', 'lib', 'deep', 'libone.so'), 'utf8')).toBe('one');
  });

  it('get them from two starts at once', async () => {
    await Promise.all([makeLinks(folder), makeLinks(folder), makeLinks(folder)]);
    expect(await readFile(path.join(folder, 'native', 'lib', 'libone.so'), 'utf8')).toBe('one');
  });
});
