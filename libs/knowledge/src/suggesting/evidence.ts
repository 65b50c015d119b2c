import type { Word } from './words.js';

/** Words of the given text that led to a suggestion: the slice [start, end), in UTF-16 code units. */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A word is shown as evidence when it gives this part of what the strongest word gives. */
const evidenceShare = 0.35;
/** No more than so many characters lie between words that are shown as one span. */
const maxBetween = 14;

/**
 * The words that contribute most, neighbouring ones as one span; small words between two of them belong to it.
 * @param contributions what each word adds to the score
 */
export function evidenceIn(text: string, contributions: ReadonlyMap<Word, number>): EvidenceSpan[] {
  const all = [...contributions];
  const strongest = all.reduce((most, [, gain]) => Math.max(most, gain), 0);
  const telling = all.filter(([, gain]) => gain >= evidenceShare * strongest).map(([word]) => word);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of telling.sort((one, other) => one.start - other.start)) {
    const last = spans.at(-1);
    const isNear =
      last !== undefined && start - last.end <= maxBetween && !/[.,;:!?]/.test(text.slice(last.end, start));
    if (isNear) last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
}
