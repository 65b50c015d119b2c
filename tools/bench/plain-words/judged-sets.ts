import { type CatalogueLanguage, catalogueLanguages, type ImportedDuty } from '#domain';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCatalogueFile } from '../../../apps/api/src/catalogue/catalogue-file.js';

/** Grade by id: 3 is exactly what is meant, 2 clearly part of it, 1 acceptable. */
export type Relevant = Readonly<Record<string, number>>;
/** Two halves of the sets written before tuning, and the fresh set written after it. */
export const halves = ['tune', 'unseen', 'fresh'] as const;
export type Half = (typeof halves)[number];

export interface JudgedText {
  readonly id: string;
  readonly text: string;
  /** Empty for a text that is out of scope. */
  readonly relevant: Relevant;
  /** None in the fresh set, which is not divided. */
  readonly half?: Half;
}

export interface JudgedSet {
  /** The language of the texts; `mixed` where they mix them. */
  readonly name: CatalogueLanguage | 'mixed';
  readonly needs: readonly JudgedText[];
  readonly outOfScope: readonly JudgedText[];
}

export interface ImportedCatalogue {
  readonly entries: readonly ImportedDuty[];
  /** By code of an own duty, the grades of the entries that mean it. */
  readonly relevant: Readonly<Record<string, Relevant>>;
}

// Data stays in the source tree, where it is read and judged.
const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../../../tools/bench/plain-words/judged/${name}`, import.meta.url));

/** The judged texts of one half, by language. */
export async function readJudgedSets(half: Half): Promise<JudgedSet[]> {
  if (half === 'fresh') return Promise.all(catalogueLanguages.map(readFreshSet));
  const sets = [...catalogueLanguages, 'mixed'] as const;
  return Promise.all(
    sets.map(async (name) => ({
      name,
      needs: ofHalf(await readTexts(`needs.${name}.jsonl`), half),
      outOfScope: name === 'mixed' ? [] : ofHalf(await readTexts(`out-of-scope.${name}.jsonl`), half),
    })),
  );
}

export async function readImportedCatalogue(): Promise<ImportedCatalogue> {
  const fileName = 'imported-catalogue.csv';
  const { entries } = readCatalogueFile(await readFile(fileOf(fileName), 'utf8'), { fileName });
  return { entries, relevant: JSON.parse(await readFile(fileOf('imported-relevant.json'), 'utf8')) };
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

/** One file holds both: nothing is relevant to what is out of scope. */
async function readFreshSet(name: CatalogueLanguage): Promise<JudgedSet> {
  const texts = await readTexts(`fresh.${name}.jsonl`);
  const isNeed = ({ relevant }: JudgedText): boolean => Object.keys(relevant).length > 0;
  return { name, needs: texts.filter(isNeed), outOfScope: texts.filter((text) => !isNeed(text)) };
}

function ofHalf(texts: readonly JudgedText[], half: Half): JudgedText[] {
  return texts.filter((text) => text.half === half);
}

async function readTexts(name: string): Promise<JudgedText[]> {
  const lines = (await readFile(fileOf(name), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => ({ relevant: {}, ...(JSON.parse(line) as Omit<JudgedText, 'relevant'>) }));
}
