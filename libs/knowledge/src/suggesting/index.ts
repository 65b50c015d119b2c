export { stem } from './snowball.js';
export { type Phrases, type SearchableDuty, searchableDuties } from './searchable-duties.js';
export { buildLexicon, type Lexicon, type LexiconSource } from './lexicon.js';
export type { Correction } from './wording.js';
export type { EvidenceSpan } from './evidence.js';
export { englishPhrases, type EnglishPhrase, type Meanings, type SentenceVector } from './meaning.js';
export * from './suggest-duties.js';
