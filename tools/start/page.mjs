// The page, made from apps/web into dist/apps/web, where the api serves it from.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestIn, root } from './stamp.mjs';

/** As old as the beginning of its last build that succeeded; another one begins by emptying the folder. */
const pageStamp = join(root, 'dist', 'apps', 'web', '.built');
const client = join('libs', 'client', 'src');
const sources = [
  'apps/web',
  // Of the API's document come types alone, which are nothing to the page once it is made.
  ...readdirSync(join(root, client), { withFileTypes: true })
    .filter((file) => file.isFile() && file.name !== 'schema.ts')
    .map(({ name }) => join(client, name)),
  'package.json',
  'package-lock.json',
];

/** Makes it where it isn't made yet of its sources as they are. Resolves with false where the page could not be made; what is wrong has been said then. */
export async function buildPage() {
  if (isMade()) return true;
  const startedAt = new Date();
  const child = spawn(process.execPath, [join(root, 'apps', 'web', 'build', 'build-page.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) return false;
  writeFileSync(pageStamp, '');
  utimesSync(pageStamp, startedAt, startedAt);
  return true;
}

function isMade() {
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  return existsSync(pageStamp) && statSync(pageStamp).mtimeMs >= newest;
}
