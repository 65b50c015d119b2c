import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { copyData } = (await import(
  pathToFileURL(path.resolve(import.meta.dirname, '../../../tools/start/copy-data.mjs')).href
)) as { copyData: (root: string) => void };

const data = 'libs/knowledge/data';
let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'data '));
  await mkdir(path.join(root, data, 'concepts'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

describe('the data beside the compiled code', () => {
  it('is as the files are now, without what is gone', async () => {
    await writeFile(path.join(root, data, 'concepts/money.json'), 'before');
    await writeFile(path.join(root, data, 'concepts/gone.json'), '');
    copyData(root);
    await writeFile(path.join(root, data, 'concepts/money.json'), 'after');
    await rm(path.join(root, data, 'concepts/gone.json'));
    copyData(root);
    expect(await readFile(path.join(root, 'dist', data, 'concepts/money.json'), 'utf8')).toBe('after');
    expect(existsSync(path.join(root, 'dist', data, 'concepts/gone.json'))).toBe(false);
  });
});
