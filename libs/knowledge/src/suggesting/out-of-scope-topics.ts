import { once, readEntriesIn } from '../files/data-files.js';
import type { Phrases } from './searchable-duties.js';

/** What people also ask for and no assistant does from afar. It is never suggested: it competes with the duties. */
export interface OutOfScopeTopic {
  readonly about: string;
  readonly phrases: Phrases;
}

export const outOfScopeTopics = once(() => readEntriesIn<OutOfScopeTopic>('out-of-scope'));
