export type { Phrases, SearchableDuty } from './searchable-duties.js';
export {
  buildSearchIndex,
  ownCatalogue,
  ownSearchIndex,
  type SearchIndex,
  type SearchIndexSource,
} from './search-index.js';
export type { Correction } from './passages.js';
export {
  type EnglishEmbeddings,
  englishPhrases,
  type EnglishPhrase,
  type SentenceEmbedding,
} from './sentence-embeddings.js';
export * from './suggest-duties.js';
