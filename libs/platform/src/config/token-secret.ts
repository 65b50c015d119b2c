import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from './load-config.js';

const fileName = 'token-secret';
const leastLength = 32;

/**
 * The secret that signs access tokens: the configured one, or else one that is made at the first start and kept in
 * the data folder, readable by nobody else, so that tokens outlive a restart.
 */
export const tokenSecretOf = async (config: { tokenSecret: string | null; dataDir: string }): Promise<string> => {
  if (config.tokenSecret !== null) return config.tokenSecret;
  const file = path.resolve(config.dataDir, fileName);
  const kept = (await read(file)) ?? (await make(file));
  if (kept.length < leastLength) {
    throw new ConfigError([`AJUDANT_TOKEN_SECRET: not set, and ${file} holds fewer than ${leastLength} characters`]);
  }
  return kept;
};

const read = async (file: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new ConfigError([`AJUDANT_TOKEN_SECRET: not set, and ${file} can not be read (${error.code})`]);
  });
  if (text !== null) await chmod(file, 0o600);
  return text?.trim() ?? null;
};

// Linked to its name when it is complete: of two starts at once both end up with the same secret.
const make = async (file: string): Promise<string> => {
  await mkdir(path.dirname(file), { recursive: true });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const secret = randomBytes(48).toString('base64url');
  try {
    await writeFile(aside, `${secret}\n`, { mode: 0o600 });
    await link(aside, file);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await read(file)) ?? secret;
  } finally {
    await rm(aside, { force: true });
  }
};
