import { type CatalogueLanguage, catalogueLanguages } from '../catalogue/catalogue.js';
import { gramsOf } from './grams.js';
import type { Lexicon } from './lexicon.js';
import { scoreClause } from './score-clause.js';
import { clausesOf, stopWords, type Word } from './words.js';

/** Words of the given text that led to a suggestion: the slice [start, end), in UTF-16 code units. */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface DutySuggestion {
  readonly dutyCode: string;
  /** 0 to 1; grows with how much of what was said the duty's wording explains. */
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
}

export interface DutySuggestions {
  /** The language that most of the text is in. */
  readonly language: CatalogueLanguage;
  /** True when no duty explains enough of the text; `suggestions` is empty then. */
  readonly abstained: boolean;
  readonly suggestions: readonly DutySuggestion[];
}

/** Below it the words are taken to speak of something else; see `confidence` for what it means. */
const abstainsBelow = 0.4;
/** Suggestions that are this much weaker than the best are left out. */
const shareOfBest = 0.4;
const maxSuggestions = 8;
/** A word is shown as evidence when it gives this part of what the strongest word gives. */
const evidenceShare = 0.25;
/** A second clause about the same duty makes it surer by this part of what the clause alone would. */
const secondClauseShare = 0.3;

/** Plain words in any mix of the three languages to the duties that they complain about, best first. */
export function suggestDuties(text: string, given: CatalogueLanguage | null, lexicon: Lexicon): DutySuggestions {
  const clauses = clausesOf(text);
  const whole = familiarity(clauses.flat(), lexicon);
  const found = lexicon.dutyCodes.map((dutyCode) => ({ dutyCode, confidence: 0, words: new Set<Word>() }));
  for (const clause of clauses) {
    const { confidences, words, gains } = scoreClause(clause, languageOfClause(clause, whole, given, lexicon), lexicon);
    found.forEach((one, duty) => {
      const [less, more] = [one.confidence, confidences[duty]!].sort((a, b) => a - b) as [number, number];
      one.confidence = more + (1 - more) * secondClauseShare * less;
      const strongest = Math.max(...gains.map((gain) => gain[duty]!));
      words.forEach((word, at) => {
        if (gains[at]![duty]! > 0 && gains[at]![duty]! >= evidenceShare * strongest) one.words.add(word);
      });
    });
  }
  const ranked = found
    .map((one) => ({ ...one, confidence: round(one.confidence) }))
    .sort((one, other) => other.confidence - one.confidence || (one.dutyCode < other.dutyCode ? -1 : 1));
  const best = ranked[0]?.confidence ?? 0;
  const language = given ?? mostFamiliar(whole);
  if (best < abstainsBelow) return { language, abstained: true, suggestions: [] };
  const suggestions = ranked
    .filter(({ confidence }) => confidence >= Math.max(best * shareOfBest, abstainsBelow / 2))
    .slice(0, maxSuggestions)
    .map(({ dutyCode, confidence, words }) => ({ dutyCode, confidence, evidence: spansOfWords(text, words) }));
  return { language, abstained: false, suggestions };
}

const round = (score: number): number => Math.round(score * 10_000) / 10_000;

/** How much of each language a text has, by its small words and by the pieces of its other words. */
function familiarity(words: readonly Word[], { languageOfGram }: Lexicon): number[] {
  const points = catalogueLanguages.map(() => 0);
  for (const { plain } of words) {
    const logs = catalogueLanguages.map(() => 0);
    for (const gram of gramsOf(plain, 3, 3)) {
      languageOfGram.get(gram)?.forEach((part, number) => (logs[number]! += Math.log(part)));
    }
    const highest = Math.max(...logs);
    const parts = logs.map((log) => Math.exp(log - highest));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    parts.forEach((part, number) => {
      const small = stopWords[catalogueLanguages[number]!].has(plain) ? 1 : 0;
      points[number]! += small + (0.5 * part) / whole;
    });
  }
  return points;
}

function mostFamiliar(points: readonly number[]): CatalogueLanguage {
  return catalogueLanguages[points.indexOf(Math.max(...points))]!;
}

/** A clause may be in another language than the rest; a short one that doesn't tell is in the language of the rest. */
function languageOfClause(
  clause: readonly Word[],
  whole: readonly number[],
  given: CatalogueLanguage | null,
  lexicon: Lexicon,
): CatalogueLanguage {
  const spread = whole.reduce((sum, part) => sum + part, 0) || 1;
  const points = familiarity(clause, lexicon).map((own, number) => {
    return own + whole[number]! / spread + (catalogueLanguages[number] === given ? 1 : 0);
  });
  return mostFamiliar(points);
}

/** Neighbouring words as one span; small words between two of them belong to it. */
function spansOfWords(text: string, words: ReadonlySet<Word>): EvidenceSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of [...words].sort((one, other) => one.start - other.start)) {
    const last = spans.at(-1);
    if (last !== undefined && start - last.end <= 14 && !/[.,;:!?]/.test(text.slice(last.end, start))) last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
}
