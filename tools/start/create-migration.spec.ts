import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { createMigration } = (await import(
  pathToFileURL(path.resolve(import.meta.dirname, '../../../tools/start/create-migration.mjs')).href
)) as {
  createMigration: (root: string, app: string, name: string, now: number) => { file: string; className: string };
};

const now = Date.parse('2026-12-01T08:00:00.500Z');
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'migrations '));
  await mkdir(path.join(root, 'apps/api/src/migrations'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const exists = (name: string): Promise<void> => writeFile(path.join(root, 'apps/api/src/migrations', name), '');

describe('a new migration', () => {
  it('is a class of its time and name, which says why it is there and only goes forward', async () => {
    const { file, className } = createMigration(root, 'api', 'paused-assistants', now);
    expect(file).toBe(path.join('apps/api/src/migrations', '1796112000000-paused-assistants.ts'));
    expect(className).toBe('PausedAssistants1796112000000');
    const text = await readFile(path.join(root, file), 'utf8');
    expect(text).toContain('export class PausedAssistants1796112000000 extends ForwardMigration');
  });

  it('comes after all that the app has, also where one of them is ahead of the clock', async () => {
    await exists('1999999999000-ahead.ts');
    expect(createMigration(root, 'api', 'later', now).className).toBe('Later2000000000000');
  });

  it('takes the apps that have a schema, and names as files have them', () => {
    expect(() => createMigration(root, 'page', 'later', now)).toThrow('api or matcher');
    for (const name of ['PausedAssistants', 'paused assistants', '../elsewhere', '']) {
      expect(() => createMigration(root, 'api', name, now)).toThrow('kebab-case');
    }
  });
});
