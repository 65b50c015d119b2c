// The compiler leaves what it once made of a source that was since deleted or renamed: a deleted test would run on.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Removes the compiled files of `root`/dist whose TypeScript is gone; what no source map ties to a source stays. */
export function removeStale(root) {
  const dist = join(root, 'dist');
  for (const folder of ['apps', 'libs', 'tools']) {
    for (const map of sourceMapsIn(join(dist, folder))) {
      const compiled = map.slice(0, -'.map'.length);
      const source = join(root, relative(dist, compiled)).replace(/\.js$/, '.ts');
      if (existsSync(source) || !isMadeOf(map, source)) continue;
      rmSync(compiled, { force: true });
      rmSync(map);
    }
  }
}

function sourceMapsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.js.map'))
    .map((name) => join(folder, name));
}

function isMadeOf(map, source) {
  const { sources } = JSON.parse(readFileSync(map, 'utf8'));
  return sources.length === 1 && resolve(dirname(map), sources[0]) === source;
}
