export { knownConcepts } from './concept-matcher.js';
export { outOfScopeTopics } from './out-of-scope-topics.js';
export { type Phrases, type SearchableDuty, searchableDuties } from './searchable-duties.js';
export { stem } from './stemmer.js';
export { stopWords, wordsOf } from './words.js';
export {
  buildSearchIndex,
  ownCatalogue,
  ownSearchIndex,
  type SearchIndex,
  type SearchIndexSource,
} from './search-index.js';
export type { GroupAsked } from './groups-asked.js';
export type { Correction } from './passages.js';
export * from './suggest-duties.js';
