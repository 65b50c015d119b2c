/** For how long a country wants the papers of a trade to be kept. */
export interface PaperRetention {
  readonly years: number;
  readonly source: string;
}

/**
 * When what was written in an engagement goes, and who was party to it: with the end of the year in which it ended the terms begin that both
 * sides' countries have for a trader's letters and contracts, and the longer one counts.
 * @param endedOn local date
 * @param terms of both sides; at least one
 */
export function wordsKept(
  endedOn: string,
  terms: readonly PaperRetention[],
): { goesOn: string; longest: PaperRetention } {
  const longest = terms.reduce((one, other) => (other.years > one.years ? other : one));
  return { goesOn: `${Number(endedOn.slice(0, 4)) + longest.years + 1}-01-01`, longest };
}
