import { catalogueLanguages, type CatalogueLanguage } from '#domain';
import {
  knownConcepts,
  outOfScopeTopics,
  type Phrases,
  searchableDuties,
  stem,
  stopWords,
  wordsOf,
} from '#knowledge/suggesting';
import { readTextTable } from '#platform/tables';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What speaks of one thing: how often each word of it is said, whatever the language; words as `en:invoic`. */
export type LearningText = ReadonlyMap<string, number>;

/** What a name of the thing counts for beside a word of its description. */
const nameWeight = 2;

/** One text for each thing that somebody has described, out of which it shows which words belong together. */
export function learningTexts(folders: { readonly wordNet: string; readonly esco: string }): LearningText[] {
  return [...ofWordNet(folders.wordNet), ...ofEsco(folders.esco), ...ofOwnKnowledge()];
}

/** WordNet's database (wndb(5WN)): a set of synonyms, what it is a kind of, and its gloss without examples. */
function ofWordNet(folder: string): LearningText[] {
  const synsets = new Map<
    string,
    { readonly names: string; readonly kinds: readonly string[]; readonly gloss: string }
  >();
  for (const kind of ['noun', 'verb', 'adj']) {
    for (const line of readFileSync(join(folder, `data.${kind}`), 'latin1').split('\n')) {
      if (!/^\d{8} /.test(line)) continue;
      const [head = '', gloss = ''] = line.split(' | ');
      const cells = head.trim().split(' ');
      const count = parseInt(cells[3]!, 16);
      const names = Array.from({ length: count }, (_, at) => cells[4 + 2 * at]!.replace(/\(\w+\)$/, ''));
      const pointers = cells.slice(5 + 2 * count);
      const kinds = pointers.flatMap((symbol, at) => (symbol === '@' ? [pointers[at + 2]! + pointers[at + 1]!] : []));
      const key = kind.charAt(0) + cells[0]!;
      synsets.set(key, { names: spoken(names), kinds, gloss: gloss.replace(/;? ?"[^"]*"/g, '') });
    }
  }
  return [...synsets.values()].map(({ names, kinds, gloss }) => {
    const text = new Map<string, number>();
    say(text, names, 'en', nameWeight);
    say(text, kinds.map((key) => synsets.get(key)?.names ?? '').join(' '), 'en', 1);
    say(text, gloss, 'en', 1);
    return text;
  });
}

const spoken = (names: readonly string[]): string => names.join(' ').replaceAll('_', ' ');

/** ESCO's skills and occupations as they are published, the languages of the same concept in one text. */
function ofEsco(folder: string): LearningText[] {
  const byUri = new Map<string, Map<string, number>>();
  for (const file of ['skills', 'occupations']) {
    for (const language of ['en', 'es'] as const) {
      const written = readFileSync(join(folder, `${file}_${language}.csv`), 'utf8');
      const { columns, rows } = readTextTable(written, { maxRows: 100_000, quotesOf: () => 'relaxed' });
      const cellOf = (cells: readonly string[], name: string): string => cells[columns.indexOf(name)] ?? '';
      for (const { cells } of rows) {
        const uri = cellOf(cells, 'conceptUri');
        const text = byUri.get(uri) ?? new Map<string, number>();
        say(text, `${cellOf(cells, 'preferredLabel')} ${cellOf(cells, 'altLabels')}`, language, nameWeight);
        say(text, cellOf(cells, 'description'), language, 1);
        byUri.set(uri, text);
      }
    }
  }
  return [...byUri.values()];
}

/** Concepts, topics and duties of this library, each in its three languages. */
function ofOwnKnowledge(): LearningText[] {
  const things: Phrases[] = [
    ...knownConcepts().map(({ phrases }) => phrases),
    ...outOfScopeTopics().map(({ phrases }) => phrases),
    ...searchableDuties().map(({ label, alternativeLabels, doneCriterion, layPhrases }) =>
      inLanguages((language) => [
        label[language],
        ...alternativeLabels[language],
        doneCriterion[language],
        ...layPhrases[language],
      ]),
    ),
  ];
  return things.map((phrases) => {
    const text = new Map<string, number>();
    for (const language of catalogueLanguages) say(text, phrases[language].join(' '), language, 1);
    return text;
  });
}

const inLanguages = (of: (language: CatalogueLanguage) => readonly string[]): Phrases =>
  Object.fromEntries(catalogueLanguages.map((language) => [language, of(language)])) as unknown as Phrases;

function say(text: Map<string, number>, words: string, language: CatalogueLanguage, weight: number): void {
  for (const { plain } of wordsOf(words)) {
    if (stopWords[language].has(plain) || /^\d/.test(plain)) continue;
    const key = `${language}:${stem(plain, language)}`;
    text.set(key, (text.get(key) ?? 0) + weight);
  }
}
