import type { EventEnvelope } from '#contracts/envelope';
import type { Database, Scope } from '../database/index.js';
import { envelopeOf, eventColumns, type JournalRow } from './journal-row.js';

interface Selection {
  readonly beyond: 'position > $1' | 'position < $1';
  readonly order: 'ASC' | 'DESC';
  readonly from: number;
  readonly limit: number;
  readonly wanted: WantedEvents;
}

/** Which of those that may be read are wanted; all of them unless said. */
export interface WantedEvents {
  /** Another organisation that they concern as well. */
  readonly concerns?: string | null;
  /** Their types. */
  readonly types?: readonly string[] | null;
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
  read(scope: Scope, after: number, limit: number, wanted: WantedEvents = {}): Promise<EventEnvelope[]> {
    return this.select(scope, { beyond: 'position > $1', order: 'ASC', from: after, limit, wanted });
  }

  /** The events before a position, the latest first; null begins with the last one. */
  readBack(scope: Scope, before: number | null, limit: number, wanted: WantedEvents = {}): Promise<EventEnvelope[]> {
    const from = before ?? Number.MAX_SAFE_INTEGER;
    return this.select(scope, { beyond: 'position < $1', order: 'DESC', from, limit, wanted });
  }

  private async select(scope: Scope, { beyond, order, from, limit, wanted }: Selection): Promise<EventEnvelope[]> {
    if (scope.kind === 'public') return [];
    const organisation = scope.kind === 'organisation' ? scope.organisationId : null;
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<JournalRow>(
        `SELECT position, ${eventColumns} FROM ${this.database.schema}.journal
         WHERE ${beyond} AND ($2::uuid IS NULL OR audience && ARRAY[$2::uuid])
           AND ($4::uuid IS NULL OR audience && ARRAY[$4::uuid])
           AND ($5::text[] IS NULL OR type = ANY ($5))
         ORDER BY position ${order} LIMIT $3`,
        [from, organisation, limit, wanted.concerns ?? null, wanted.types ?? null],
      ),
    );
    return rows.map((row) => envelopeOf(row, this.source));
  }
}
