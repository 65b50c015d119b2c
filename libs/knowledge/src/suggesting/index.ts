export type { Phrases, SearchableDuty } from './searchable-duties.js';
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
