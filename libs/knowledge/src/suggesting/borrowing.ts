import { catalogueLanguages, type ImportedDuty } from '#domain';
import type { Reading } from './reading.js';
import { scoreWording, weigh, type WordingIndex } from './wording-index.js';
import { wordsOf } from './words.js';

/** That an imported entry counts as this own duty does, in part: 1 for the same thing under another title. */
export interface Loan {
  readonly own: number;
  readonly share: number;
}

/** Scores of titles up to which they are surely not about work like ours, and from which they surely are. */
const surelyOther = 0.15;
const surelySame = 0.45;
/** An entry that takes together what are more duties of ours seldom takes together more than these. */
const maxLoans = 5;
/** Loans that are so much weaker than the best say nothing. */
const leastOfBest = 0.1;
/** How much a match counts less where the entry matches another duty better, or the duty another entry. */
const rivalryPower = 0.65;

/** What an entry's titles score, as if somebody had said them. */
interface Likeness {
  /** For each own duty. */
  readonly duties: Float64Array;
  /** From 0, where it is surely about something else than the own duties, to 1. */
  readonly quality: number;
}

/**
 * For each imported entry the own duties that it matches. Its best match counts fully, where it is one, and the others for
 * as much as they are rivals to it.
 * @param own the wording of the own duties and, behind it, of topics that are out of scope
 */
export function borrow(
  imported: readonly ImportedDuty[],
  dutyCount: number,
  own: WordingIndex,
  reading: Reading,
): Loan[][] {
  const likenesses = imported.map((entry) => likenessOf(entry, dutyCount, own, reading));
  const mostOfOwn = new Float64Array(dutyCount);
  for (const { duties } of likenesses)
    duties.forEach((score, duty) => (mostOfOwn[duty] = Math.max(mostOfOwn[duty]!, score)));
  return likenesses.map(({ duties, quality }) => loansOf(duties, quality, mostOfOwn));
}

function loansOf(duties: Float64Array, quality: number, mostOfOwn: Float64Array): Loan[] {
  const most = Math.max(...duties);
  if (quality === 0 || most <= 0) return [];
  const rivalry = Array.from(duties, (score, own): Loan => {
    return { own, share: Math.max(0, score / Math.max(most, mostOfOwn[own]!)) ** rivalryPower };
  });
  const best = rivalry.sort((one, other) => other.share - one.share).slice(0, maxLoans);
  const first = best[0]!.share;
  return best
    .filter(({ share }) => share > leastOfBest * first)
    .map(({ own, share }) => ({ own, share: (quality * share) / first }));
}

/** The mean over the languages that the entry has a label in, and there over its titles. */
function likenessOf(
  { labels, alternativeLabels }: ImportedDuty,
  dutyCount: number,
  own: WordingIndex,
  reading: Reading,
): Likeness {
  const sum = new Float64Array(own.entryCount);
  let worded = 0;
  for (const language of catalogueLanguages) {
    const titles = [labels[language], ...(alternativeLabels[language] ?? []).slice(0, 3)];
    const said = titles.filter((text) => text !== undefined);
    if (said.length === 0) continue;
    worded += 1;
    for (const text of said) {
      const scores = scoreWording(weigh(reading.read(wordsOf(text), language), own), own);
      scores.forEach((score, entry) => (sum[entry]! += score / said.length));
    }
  }
  const mean = sum.map((score) => score / Math.max(1, worded));
  const duties = mean.subarray(0, dutyCount);
  const most = Math.max(...duties);
  const beyond = Math.max(0, Math.max(...mean.subarray(dutyCount)) - most);
  const quality = (most - beyond - surelyOther) / (surelySame - surelyOther);
  return { duties, quality: Math.min(1, Math.max(0, quality)) };
}
