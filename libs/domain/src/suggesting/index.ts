export { buildLexicon, type Correction, type Lexicon, type Stem } from './lexicon.js';
export * from './suggest-duties.js';
