import { Database } from '#platform/database';

/** The matcher's own database, as its providers ask for it. */
export abstract class MatcherDatabase extends Database {}
