import { catalogueLanguages } from '../catalogue/catalogue.js';
import type { ImportedDuty } from '../catalogue/imported-duty.js';
import type { Reading } from './reading.js';
import { scoreWording, weigh, type WordingIndex } from './wording-index.js';
import { wordsOf } from './words.js';

/** That an imported entry counts as this own duty does, in part: 1 for the same thing under another title. */
export interface Loan {
  readonly own: number;
  readonly share: number;
}

/** Likeness of titles from which they are surely, and up to which they are surely not, about the same. */
const surelySame = 0.3;
const surelyOther = 0.1;
/** An entry seldom takes together what are more duties of ours. */
const maxLoans = 3;
/** What the wording of an own duty as a whole counts beside its titles. */
const wholeWordingShare = 0.5;

/**
 * For each imported entry the own duties that it matches well. A match counts for as much as the titles are alike, and
 * for less where the entry matches another duty better, or the duty another entry.
 * @param titles the own duties' labels alone, in the order of `own`
 */
export function borrow(
  imported: readonly ImportedDuty[],
  titles: WordingIndex,
  own: WordingIndex,
  reading: Reading,
): Loan[][] {
  const likeness = imported.map((entry) => likenessOf(entry, titles, own, reading));
  const mostOfOwn = new Float64Array(titles.entryCount);
  for (const row of likeness) row.forEach((value, duty) => (mostOfOwn[duty] = Math.max(mostOfOwn[duty]!, value)));
  return likeness.map((row) => {
    const most = Math.max(...row);
    const loans = Array.from(row, (value, duty): Loan => {
      const quality = Math.min(1, Math.max(0, (value - surelyOther) / (surelySame - surelyOther)));
      const rivalry = value / Math.max(most, mostOfOwn[duty]!, surelyOther);
      return { own: duty, share: Math.sqrt(quality) * rivalry };
    });
    return loans
      .filter(({ share }) => share > 0.1)
      .sort((one, other) => other.share - one.share)
      .slice(0, maxLoans);
  });
}

/** The mean over the languages that the entry has a label in. */
function likenessOf(
  { labels, alternativeLabels }: ImportedDuty,
  titles: WordingIndex,
  own: WordingIndex,
  reading: Reading,
): Float64Array {
  const sum = new Float64Array(titles.entryCount);
  let worded = 0;
  for (const language of catalogueLanguages) {
    const said = [labels[language], ...(alternativeLabels[language] ?? []).slice(0, 3)].filter(
      (text) => text !== undefined,
    );
    if (said.length === 0) continue;
    worded += 1;
    for (const text of said) {
      const features = reading.read(wordsOf(text), language);
      const [title, whole] = [scoreWording(weigh(features, titles), titles), scoreWording(weigh(features, own), own)];
      sum.forEach((_, duty) => (sum[duty]! += (title[duty]! + wholeWordingShare * whole[duty]!) / said.length));
    }
  }
  return sum.map((value) => value / Math.max(1, worded));
}
