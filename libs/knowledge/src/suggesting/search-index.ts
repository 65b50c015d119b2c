import { catalogueLanguages, type DutyGroup, type ImportedDuty } from '#domain';
import { characterNGrams } from './character-n-grams.js';
import { ConceptMatcher, groupBy, knownConcepts } from './concept-matcher.js';
import { CorrectedTexts } from './corrected-texts.js';
import { type DutyMapping, mapToOwnDuties } from './duty-mapping.js';
import { FeatureExtractor } from './feature-extractor.js';
import { type LabelIndex, LabelIndexBuilder } from './label-index.js';
import { ScopeEvidence } from './scope-evidence.js';
import { outOfScopeTopics } from './out-of-scope-topics.js';
import { type PassageIndex, PassageIndexBuilder } from './passage-index.js';
import { type Correction, type Passage, passagesOfDuty, passagesOfImported, passagesOfTopic } from './passages.js';
import { searchableDuties, type SearchableDuty } from './searchable-duties.js';
import { type Word, wordsOf } from './words.js';
import { knownWordVectors } from './word-vectors.js';

/** What a search index is built from. */
export interface SearchIndexSource {
  readonly duties: readonly SearchableDuty[];
  readonly imported: readonly ImportedDuty[];
  /** False where own duties only lend imported ones their words. */
  readonly offersOwnDuties: boolean;
  readonly corrections: readonly Correction[];
}

/** The own catalogue alone, with nothing learnt. */
export const ownCatalogue = (): SearchIndexSource => {
  return { duties: searchableDuties(), imported: [], offersOwnDuties: true, corrections: [] };
};

let ownIndex: SearchIndex | null = null;

/** The index of the own catalogue alone: built when it is first asked for, and once in a process. */
export const ownSearchIndex = (): SearchIndex => (ownIndex ??= buildSearchIndex(ownCatalogue()));

/** The imported entries, which are known by few words of their own and by the own duties that they match. */
export interface ImportedIndex {
  readonly ids: readonly string[];
  readonly index: PassageIndex;
  readonly labels: LabelIndex;
  /** For each entry, the own duties whose wording counts for it. */
  readonly mappings: readonly (readonly DutyMapping[])[];
}

export interface SearchIndex {
  readonly dutyCodes: readonly string[];
  /** Of each own duty. */
  readonly groups: readonly DutyGroup[];
  readonly offersOwnDuties: boolean;
  /** The own duties' wording and, behind it, that of topics that are out of scope. */
  readonly own: PassageIndex;
  readonly scope: ScopeEvidence;
  readonly imported: ImportedIndex;
  readonly extractor: FeatureExtractor;
  /** What is never abstained on, as somebody has said what it means. */
  readonly corrected: CorrectedTexts;
  /** By the words of a label, those that are called so. */
  readonly codesByLabel: ReadonlyMap<string, readonly string[]>;
  /** For each trigram, the part of its use that each language has. */
  readonly languagesByTrigram: ReadonlyMap<string, readonly number[]>;
}

/** Built once, from the catalogues and what businesses have corrected since. Retired entries are left out. */
export function buildSearchIndex(source: SearchIndexSource): SearchIndex {
  const { duties, imported, offersOwnDuties, corrections } = source;
  const inUse = imported.filter(({ retired }) => !retired);
  const vectors = inUse.length === 0 ? null : knownWordVectors();
  const extractor = new FeatureExtractor(new ConceptMatcher(knownConcepts()), vectors);
  const correctionsOf = byCode(corrections);
  const topics = outOfScopeTopics();
  const passages = duties.flatMap((duty, entry) => passagesOfDuty(duty, entry, correctionsOf(duty.code)));
  const outOfScope = topics.flatMap((topic, at) => passagesOfTopic(topic, duties.length + at));
  const ownBuilder = new PassageIndexBuilder('all');
  for (const passage of [...passages, ...outOfScope]) {
    ownBuilder.add(passage, extractor.learn(passage.words, passage.language));
  }
  const own = ownBuilder.build(duties.length + topics.length);
  const { index, labels } = indexImported(inUse, correctionsOf, extractor);
  const codes = new Set([...(offersOwnDuties ? duties.map(({ code }) => code) : []), ...inUse.map(({ id }) => id)]);
  const corrected = new CorrectedTexts(corrections, codes, extractor);
  extractor.closeVocabulary();
  return {
    dutyCodes: duties.map(({ code }) => code),
    groups: duties.map(({ group }) => group),
    offersOwnDuties,
    own,
    scope: new ScopeEvidence(own, duties.length),
    imported: {
      ids: inUse.map(({ id }) => id),
      index,
      labels,
      mappings: mapToOwnDuties(inUse, duties.length, own, extractor),
    },
    extractor,
    corrected,
    codesByLabel: codesByLabel(offersOwnDuties ? duties : [], inUse),
    languagesByTrigram: languagesByTrigramIn(passages),
  };
}

function indexImported(
  inUse: readonly ImportedDuty[],
  correctionsOf: (code: string) => readonly Correction[],
  extractor: FeatureExtractor,
): Pick<ImportedIndex, 'index' | 'labels'> {
  const [index, labels] = [new PassageIndexBuilder('sayable'), new LabelIndexBuilder(inUse.length)];
  for (const [entry, duty] of inUse.entries()) {
    for (const passage of passagesOfImported(duty, entry, correctionsOf(duty.id))) {
      const features = extractor.learn(passage.words, passage.language);
      index.add(passage, features);
      labels.add(passage, features);
    }
  }
  return { index: index.build(inUse.length), labels: labels.build() };
}

function byCode(corrections: readonly Correction[]): (code: string) => readonly Correction[] {
  const ofCode = new Map<string, Correction[]>();
  for (const correction of corrections) {
    for (const code of correction.dutyCodes) ofCode.set(code, [...(ofCode.get(code) ?? []), correction]);
  }
  return (code) => ofCode.get(code) ?? [];
}

/** What somebody says who says just that label, however it is capitalised and accented. */
export const labelKey = (words: readonly Word[]): string => words.map(({ plain }) => plain).join(' ');

function codesByLabel(
  duties: readonly SearchableDuty[],
  imported: readonly ImportedDuty[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = [
    ...duties.flatMap(({ code, label }) => Object.values(label).map((text) => [text, code] as const)),
    ...imported.flatMap(({ id, labels }) => Object.values(labels).map((text) => [text, id] as const)),
  ];
  // A label without any word is nobody's.
  const keyed = pairs.map(([text, code]) => [labelKey(wordsOf(text)), code] as const);
  return groupBy(keyed.filter(([key]) => key !== ''));
}

function languagesByTrigramIn(passages: readonly Passage[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { words, language } of passages) {
    const number = catalogueLanguages.indexOf(language);
    for (const trigram of words.flatMap(({ plain }) => characterNGrams(plain, 3, 3))) {
      const known = counts.get(trigram) ?? catalogueLanguages.map(() => 0);
      known[number]! += 1;
      counts.set(trigram, known);
    }
  }
  const parts = (known: readonly number[]) => known.map((count) => (count + 1) / (sumOf(known) + known.length));
  return new Map([...counts].map(([trigram, known]) => [trigram, parts(known)]));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
