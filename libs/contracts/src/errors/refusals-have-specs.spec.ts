import { readdirSync, readFileSync } from 'node:fs';
import { errorCatalogue } from '../errors.js';

/** Codes that were published and that nothing says any more: what they were about is refused with the body as a whole now. */
const saidNoMore: ReadonlySet<string> = new Set(['duty-suggestion.text-too-long']);

const itself = 'refusals-have-specs.spec.ts';
const repository = new URL('../../../../../', import.meta.url);

/** What all specs say in code form, which they do of refusals that they expect; this one expects none. */
function namedInSpecs(): ReadonlySet<string> {
  const texts = ['apps', 'libs', 'tools'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, repository), { recursive: true, encoding: 'utf8' })
      .filter((file) => /[.-]spec\.tsx?$/.test(file) && !file.includes('node_modules') && !file.endsWith(itself))
      .map((file) => readFileSync(new URL(`${folder}/${file}`, repository), 'utf8')),
  );
  return new Set(texts.flatMap((text) => text.match(/(?<![\w.-])[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []));
}

describe('a refusal', () => {
  it('is expected by its code in some spec', () => {
    const named = namedInSpecs();
    const codes = Object.keys(errorCatalogue);
    expect(codes.length).toBeGreaterThan(600);
    expect(codes.filter((code) => !named.has(code) && !saidNoMore.has(code))).toEqual([]);
  });
});
