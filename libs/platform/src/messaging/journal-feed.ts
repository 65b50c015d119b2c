import type { EventEnvelope } from '#contracts/envelope';
import type { Database, Scope } from '../database/index.js';
import { envelopeOf, eventColumns, type JournalRow } from './journal-row.js';

interface Selection {
  readonly beyond: 'position > $1' | 'position < $1';
  readonly order: 'ASC' | 'DESC';
  readonly from: number;
  readonly limit: number;
  /** Another organisation that they concern as well; null for whichever. */
  readonly concerns: string | null;
}

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
  read(scope: Scope, after: number, limit: number, concerns: string | null = null): Promise<EventEnvelope[]> {
    return this.select(scope, { beyond: 'position > $1', order: 'ASC', from: after, limit, concerns });
  }

  /** The events before a position, the latest first; null begins with the last one. */
  readBack(
    scope: Scope,
    before: number | null,
    limit: number,
    concerns: string | null = null,
  ): Promise<EventEnvelope[]> {
    const from = before ?? Number.MAX_SAFE_INTEGER;
    return this.select(scope, { beyond: 'position < $1', order: 'DESC', from, limit, concerns });
  }

  private async select(scope: Scope, { beyond, order, from, limit, concerns }: Selection): Promise<EventEnvelope[]> {
    if (scope.kind === 'public') return [];
    const organisation = scope.kind === 'organisation' ? scope.organisationId : null;
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<JournalRow>(
        `SELECT position, ${eventColumns} FROM ${this.database.schema}.journal
         WHERE ${beyond} AND ($2::uuid IS NULL OR audience && ARRAY[$2::uuid])
           AND ($4::uuid IS NULL OR audience && ARRAY[$4::uuid])
         ORDER BY position ${order} LIMIT $3`,
        [from, organisation, limit, concerns],
      ),
    );
    return rows.map((row) => envelopeOf(row, this.source));
  }
}
