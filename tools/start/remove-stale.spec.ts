import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { removeStale } = (await import(
  pathToFileURL(path.resolve(import.meta.dirname, '../../../tools/start/remove-stale.mjs')).href
)) as { removeStale: (root: string) => void };

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'stale '));
});
afterEach(() => rm(root, { recursive: true }));

const write = async (name: string, text = ''): Promise<void> => {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), text);
};
const compiled = async (name: string, source: string): Promise<void> => {
  await write(`dist/${name}.js`);
  await write(`dist/${name}.js.map`, JSON.stringify({ sources: [source] }));
};
const isThere = (name: string): boolean => existsSync(path.join(root, name));

describe('what the compiler left behind', () => {
  it('goes when its source is gone, and stays otherwise', async () => {
    await write('libs/orders/kept.spec.ts');
    await compiled('libs/orders/kept.spec', '../../../libs/orders/kept.spec.ts');
    await compiled('libs/orders/gone.spec', '../../../libs/orders/gone.spec.ts');
    removeStale(root);
    expect(isThere('dist/libs/orders/kept.spec.js')).toBe(true);
    expect(isThere('dist/libs/orders/gone.spec.js')).toBe(false);
    expect(isThere('dist/libs/orders/gone.spec.js.map')).toBe(false);
  });

  it('does not include what was made by another tool', async () => {
    await compiled('apps/web/page', '../../../apps/web/src/page.tsx');
    await write('dist/apps/web/plain.js');
    removeStale(root);
    expect(isThere('dist/apps/web/page.js')).toBe(true);
    expect(isThere('dist/apps/web/plain.js')).toBe(true);
  });

  it('is nothing before the first build', () => {
    expect(() => removeStale(root)).not.toThrow();
  });
});
