// Whether this Node.js is one that the program runs on: said in one sentence, before anything else is loaded that would only show
// by a trace of its own that it isn't. package.json has the line.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Each part of the range is `^20.19`, the same major and at least that minor, or `>=22.12`. */
export function isSupported(version, range = engines.node) {
  const [major, minor] = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, kind, least, leastMinor] = /^\s*(\^|>=)(\d+)\.(\d+)\s*$/.exec(part) ?? [];
    if (Number(least) === major) return minor >= Number(leastMinor);
    return kind === '>=' && major > Number(least);
  });
}

if (!isSupported(process.versions.node)) {
  console.error(
    `Ajudant needs Node.js ${engines.node}, and this is ${process.versions.node}: https://nodejs.org has newer ones.`,
  );
  process.exit(1);
}
