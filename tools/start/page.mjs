// The page, made by Vite from apps/web into dist/apps/web, where the api serves it from; compressed once, and not at each request.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { newestIn, root } from './stamp.mjs';

const vite = join(createRequire(import.meta.url).resolve('vite/package.json'), '..', 'bin', 'vite.js');

const made = join(root, 'dist', 'apps', 'web');
/** As old as the beginning of its last build that succeeded; another one begins by emptying the folder. */
const pageStamp = join(made, '.built');
const sources = ['apps/web', 'libs/client', 'package.json', 'package-lock.json', 'tools/start/page.mjs'];

/** Makes it where it isn't made yet of its sources as they are. Resolves with false where the page could not be made; what is wrong has been said then. */
export async function buildPage() {
  if (isMade()) return true;
  const startedAt = new Date();
  const child = spawn(process.execPath, [vite, 'build', 'apps/web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) return false;
  compressFiles(made);
  writeFileSync(pageStamp, '');
  utimesSync(pageStamp, startedAt, startedAt);
  return true;
}

function isMade() {
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  return existsSync(pageStamp) && statSync(pageStamp).mtimeMs >= newest;
}

function compressFiles(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|svg|html)$/.test(name)) continue;
    const file = join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}
