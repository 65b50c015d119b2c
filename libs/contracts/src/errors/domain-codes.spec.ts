import { readdirSync, readFileSync } from 'node:fs';
import { errorCatalogue } from '../errors.js';

const domainSources = new URL('../../../../../libs/domain/src/', import.meta.url);

/** Codes look like `noun.reason`; imports of modules with a dot in their name don't count. */
function codesOf(source: string): string[] {
  const withoutImports = source.replaceAll(/^\s*(?:import|export)[^;]*?from '[^']*';$/gm, '');
  return [...withoutImports.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1] as string);
}

describe('the codes of the domain', () => {
  it('are all in the catalogue of errors', () => {
    const files = readdirSync(domainSources, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/\.(spec|examples)\.ts$/.test(file) && !file.startsWith('catalogue'),
    );
    expect(files.length).toBeGreaterThan(20);
    const missing = files.flatMap((file) =>
      codesOf(readFileSync(new URL(file, domainSources), 'utf8'))
        .filter((code) => !Object.hasOwn(errorCatalogue, code))
        .map((code) => `${file}: ${code}`),
    );
    expect(missing).toEqual([]);
  });
});
