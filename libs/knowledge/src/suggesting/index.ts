export { type Phrases, type SearchableDuty, searchableDuties } from './searchable-duties.js';
export { buildSearchIndex, type SearchIndex, type SearchIndexSource } from './search-index.js';
export type { Correction } from './passages.js';
export type { EvidenceSpan } from './evidence.js';
export {
  type EnglishEmbeddings,
  englishPhrases,
  type EnglishPhrase,
  type SentenceEmbedding,
} from './sentence-embeddings.js';
export * from './suggest-duties.js';
