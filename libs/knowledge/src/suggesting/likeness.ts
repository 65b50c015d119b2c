import { catalogueLanguages, type ImportedDuty } from '#domain';
import type { FeatureExtractor } from './feature-extractor.js';
import type { Features } from './features.js';
import type { PassageIndex } from './passage-index.js';
import { type Word, wordsOf } from './words.js';

/** Parts of a label that an own duty's wording covers: up to the first it is surely about something else, from the second on about the same. */
const entryBounds = { other: 0.35, same: 0.6 } as const;
/** The same of half the entries of a catalogue: whether it is about work like ours at all. */
const catalogueBounds = { other: 0.5, same: 0.75 } as const;

/**
 * How far each imported entry may count as an own duty, from 0 to 1: as far as its label is in the words of one, and as far as
 * its catalogue is about work like ours. In a list of all the work there is some line has words of each duty, and is still another.
 * @param own the wording of the own duties and, behind it, of topics that are out of scope
 */
export function likenessOf(
  imported: readonly ImportedDuty[],
  dutyCount: number,
  own: PassageIndex,
  extractor: FeatureExtractor,
): number[] {
  const covered = coveredParts(imported, dutyCount, own, extractor);
  const bySource = new Map<string, number[]>();
  imported.forEach(({ id }, at) => bySource.set(sourceOf(id), [...(bySource.get(sourceOf(id)) ?? []), covered[at]!]));
  const ofSource = new Map([...bySource].map(([source, parts]) => [source, within(catalogueBounds, medianOf(parts))]));
  return imported.map(({ id }, at) => ofSource.get(sourceOf(id))! * within(entryBounds, covered[at]!));
}

const coveredParts = (
  imported: readonly ImportedDuty[],
  dutyCount: number,
  own: PassageIndex,
  extractor: FeatureExtractor,
): number[] => imported.map((entry) => coveredPart(entry, dutyCount, own, extractor));

/** Codes of imported duties begin with their catalogue. */
const sourceOf = (id: string): string => /^[^:/]*(?=:[^/])/.exec(id)?.[0] ?? '';

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

const within = ({ other, same }: { readonly other: number; readonly same: number }, value: number): number =>
  Math.min(1, Math.max(0, (value - other) / (same - other)));

/** The part of an entry's labels that stands in the wording of the duty that has most of it: the mean over the languages. */
function coveredPart(
  { labels }: ImportedDuty,
  dutyCount: number,
  own: PassageIndex,
  extractor: FeatureExtractor,
): number {
  const said = catalogueLanguages.flatMap((language) => {
    const label = labels[language];
    return label === undefined ? [] : [mostCovered(extractor.extract(wordsOf(label), language), dutyCount, own)];
  });
  return said.reduce((sum, part) => sum + part, 0) / Math.max(1, said.length);
}

function mostCovered({ stems, concepts }: Features, dutyCount: number, { spaces }: PassageIndex): number {
  const covered = new Float64Array(dutyCount);
  let whole = 0;
  for (const { key, words } of stems) {
    const stem = spaces.stems.featureOf(key);
    const tells = spaces.stems.idfOf(stem);
    whole += tells;
    const having = new Set<number>();
    if (stem !== undefined) for (const duty of spaces.stems.entries.numbersOf(stem)) having.add(duty);
    for (const concept of concepts.filter((one) => one.words.includes(words[0] as Word))) {
      const feature = spaces.concepts.featureOf(concept.key);
      if (feature !== undefined) for (const duty of spaces.concepts.entries.numbersOf(feature)) having.add(duty);
    }
    for (const duty of having) if (duty < dutyCount) covered[duty]! += tells;
  }
  return whole === 0 ? 0 : Math.max(...covered) / whole;
}
