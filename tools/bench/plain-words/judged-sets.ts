import { type CatalogueLanguage, catalogueLanguages, type ImportedDuty } from '#domain';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCatalogueFile } from '../../../apps/api/src/catalogue/catalogue-file.js';

/** Grade by id: 3 is exactly what is meant, 2 clearly part of it, 1 acceptable. */
export type Relevant = Readonly<Record<string, number>>;
/** What may be looked at as often as wanted, and what is only for a final figure. */
export const halves = ['tuning', 'sealed', 'final', 'last', 'newest', 'unheard'] as const;
export type Half = (typeof halves)[number];

export interface JudgedText {
  readonly id: string;
  readonly text: string;
  /** Empty for a text that is out of scope. */
  readonly relevant: Relevant;
}

export interface JudgedSet {
  /** The language of the texts; `mixed` where they mix them. */
  readonly name: CatalogueLanguage | 'mixed';
  readonly needs: readonly JudgedText[];
  readonly outOfScope: readonly JudgedText[];
}

const setNames = [...catalogueLanguages, 'mixed'] as const;

export interface ImportedCatalogue {
  readonly entries: readonly ImportedDuty[];
  /** By code of an own duty, the grades of the entries that mean it. */
  readonly relevant: Readonly<Record<string, Relevant>>;
}

// Data stays in the source tree, where it is read and judged.
const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../../../tools/bench/plain-words/judged/${name}`, import.meta.url));

/** The judged texts of one half, by language; a half that mixes none has no set of those. */
export async function readJudgedSets(half: Half): Promise<JudgedSet[]> {
  const sets = await Promise.all(
    setNames.map(async (name) => {
      const files = filesOf(half, name);
      const texts = (await Promise.all(files.map(readTexts))).flat();
      const isNeed = ({ relevant }: JudgedText): boolean => Object.keys(relevant).length > 0;
      return { name, needs: texts.filter(isNeed), outOfScope: texts.filter((text) => !isNeed(text)) };
    }),
  );
  return sets.filter(({ needs, outOfScope }) => needs.length + outOfScope.length > 0);
}

/** Of each half the files, by what stands before the language. */
const kindsOf = {
  tuning: ['needs', 'out-of-scope', 'fresh', 'later-tuning', 'owners-tuning'],
  sealed: ['later-sealed', 'owners-sealed'],
  final: ['final'],
  last: ['last'],
  newest: ['newest'],
  unheard: ['unheard'],
} as const;
const onlyMixed: ReadonlySet<string> = new Set(['needs', 'later-tuning', 'later-sealed']);

function filesOf(half: Half, name: JudgedSet['name']): string[] {
  const kinds = kindsOf[half].filter((kind) => name !== 'mixed' || onlyMixed.has(kind));
  return kinds.map((kind) => `${kind}.${name}.jsonl`);
}

/** Catalogues of others, by what is said of them in reports. */
export async function readImportedCatalogues(): Promise<ReadonlyMap<string, ImportedCatalogue>> {
  const named = [
    ['imported', 'imported-catalogue.csv', 'imported-relevant.json'],
    ['services', 'services-catalogue.csv', 'services-relevant.json'],
  ] as const;
  const read = named.map(async ([name, fileName, judgments]) => {
    const { entries } = readCatalogueFile(await readFile(fileOf(fileName), 'utf8'), { fileName });
    const relevant = JSON.parse(await readFile(fileOf(judgments), 'utf8')) as ImportedCatalogue['relevant'];
    return [name, { entries, relevant }] as const;
  });
  return new Map(await Promise.all(read));
}

/** A need's judgment for the imported catalogue: the lesser of the need's grade and the entry's, the greatest over the duties. */
export function carriedOver(relevant: Relevant, imported: ImportedCatalogue): Relevant {
  const carried: Record<string, number> = {};
  for (const [code, grade] of Object.entries(relevant)) {
    for (const [id, likeness] of Object.entries(imported.relevant[code] ?? {})) {
      carried[id] = Math.max(carried[id] ?? 0, Math.min(grade, likeness));
    }
  }
  return carried;
}

async function readTexts(name: string): Promise<JudgedText[]> {
  const lines = (await readFile(fileOf(name), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ relevant: {}, ...(JSON.parse(line) as Omit<JudgedText, 'relevant'>) }));
}
