import { catalogueLanguages, type ImportedDuty } from '#domain';
import { borrow, type Loan } from './borrowing.js';
import { Concepts, knownConcepts } from './concepts.js';
import { gramsOf } from './grams.js';
import { outOfScopeTopics } from './out-of-scope-topics.js';
import { Reading } from './reading.js';
import type { SearchableDuty } from './searchable-duties.js';
import { type Stem, stemOfPlainWords } from './stemming.js';
import { type Correction, type Passage, passagesOfDuty, passagesOfTopic, passagesOfImported } from './wording.js';
import { indexWording, type WordingIndex } from './wording-index.js';

/** What a lexicon is built from. */
export interface LexiconSource {
  readonly duties: readonly SearchableDuty[];
  readonly imported: readonly ImportedDuty[];
  /** False where own duties only lend imported ones their words. */
  readonly offersOwnDuties: boolean;
  readonly corrections: readonly Correction[];
  readonly stem: Stem;
}

/** The imported entries, which are known by few words of their own and by what they borrow. */
export interface ImportedPart {
  readonly ids: readonly string[];
  readonly index: WordingIndex;
  /** For each entry, the own duties that lend it their wording. */
  readonly loans: readonly (readonly Loan[])[];
}

export interface Lexicon {
  readonly dutyCodes: readonly string[];
  readonly offersOwnDuties: boolean;
  /** The own duties' wording and, behind it, that of topics that are out of scope. */
  readonly own: WordingIndex;
  readonly imported: ImportedPart;
  readonly reading: Reading;
  /** For each 3-gram, the part of its use that each language has. */
  readonly languageOfGram: ReadonlyMap<string, readonly number[]>;
}

/** Built once, from the catalogues and what businesses have corrected since. Retired entries are left out. */
export function buildLexicon(source: LexiconSource): Lexicon {
  const { duties, imported, offersOwnDuties, corrections, stem } = source;
  const plainStem = stemOfPlainWords(stem);
  const reading = new Reading(plainStem, new Concepts(plainStem, knownConcepts()));
  const correctionsOf = byCode(corrections);
  const passages = duties.flatMap((duty, entry) => passagesOfDuty(duty, entry, correctionsOf(duty.code)));
  const topics = outOfScopeTopics();
  const outOfScope = topics.flatMap((topic, at) => passagesOfTopic(topic, duties.length + at));
  const own = indexWording(duties.length + topics.length, [...passages, ...outOfScope], reading);
  const inUse = imported.filter(({ retired }) => !retired);
  const importedPassages = inUse.flatMap((duty, entry) => passagesOfImported(duty, entry, correctionsOf(duty.id)));
  const index = indexWording(inUse.length, importedPassages, reading);
  reading.closeVocabulary();
  return {
    dutyCodes: duties.map(({ code }) => code),
    offersOwnDuties,
    own,
    imported: { ids: inUse.map(({ id }) => id), index, loans: borrow(inUse, duties.length, own, reading) },
    reading,
    languageOfGram: languagesOfGrams(passages),
  };
}

function byCode(corrections: readonly Correction[]): (code: string) => readonly Correction[] {
  const ofCode = new Map<string, Correction[]>();
  for (const correction of corrections) {
    for (const code of correction.dutyCodes) ofCode.set(code, [...(ofCode.get(code) ?? []), correction]);
  }
  return (code) => ofCode.get(code) ?? [];
}

function languagesOfGrams(passages: readonly Passage[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { words, language } of passages) {
    const number = catalogueLanguages.indexOf(language);
    for (const gram of words.flatMap(({ plain }) => gramsOf(plain, 3, 3))) {
      const known = counts.get(gram) ?? catalogueLanguages.map(() => 0);
      known[number]! += 1;
      counts.set(gram, known);
    }
  }
  const parts = (known: readonly number[]) => known.map((count) => (count + 1) / (sumOf(known) + known.length));
  return new Map([...counts].map(([gram, known]) => [gram, parts(known)]));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
