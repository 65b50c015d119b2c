import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokenSecretOf } from './token-secret.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = path.join(await mkdtemp(path.join(tmpdir(), 'secret of a clerk ')), 'data');
});
afterEach(() => rm(path.dirname(dataDir), { recursive: true }));

const secret = () => tokenSecretOf({ tokenSecret: null, dataDir });

describe('the secret of access tokens', () => {
  it('is the configured one, where there is one', async () => {
    expect(await tokenSecretOf({ tokenSecret: 'configured', dataDir })).toBe('configured');
  });

  it('is made once, kept for the next start, and readable by nobody else', async () => {
    const made = await secret();
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(await secret()).toBe(made);
    expect((await stat(path.join(dataDir, 'token-secret'))).mode & 0o777).toBe(0o600);
  });

  it('is the same for those who start at the same time', async () => {
    const made = await Promise.all([secret(), secret(), secret()]);
    expect(new Set(made).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['token-secret']);
  });

  it('is refused when the file was emptied', async () => {
    await secret();
    await writeFile(path.join(dataDir, 'token-secret'), '');
    await expect(secret()).rejects.toThrow('holds fewer than 32 characters');
    expect(await readFile(path.join(dataDir, 'token-secret'), 'utf8')).toBe('');
  });
});
