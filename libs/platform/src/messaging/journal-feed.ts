import type { EventEnvelope } from '#contracts/envelope';
import type { Database, Scope } from '../database/index.js';
import { envelopeOf, eventColumns, type JournalRow } from './journal-row.js';

/** What an organisation may read of a journal, for `/v1/events`. */
export class JournalFeed {
  constructor(
    private readonly database: Database,
    /** The CloudEvents source of the journal. */
    private readonly source: string,
  ) {}

  /**
   * The events after a position that concern the organisation, in order; all of them for the marketplace. Row-level
   * security holds the line should the condition ever be wrong.
   */
  async read(scope: Scope, after: number, limit: number): Promise<EventEnvelope[]> {
    if (scope.kind === 'public') return [];
    const organisation = scope.kind === 'organisation' ? scope.organisationId : null;
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<JournalRow>(
        `SELECT position, ${eventColumns} FROM ${this.database.schema}.journal
         WHERE position > $1 AND ($2::uuid IS NULL OR audience && ARRAY[$2::uuid]) ORDER BY position LIMIT $3`,
        [after, organisation, limit],
      ),
    );
    return rows.map((row) => envelopeOf(row, this.source));
  }
}
