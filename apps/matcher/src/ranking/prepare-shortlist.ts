import { type AgencySuggestionsV1, type NeedToMatchV1, ShortlistPreparedV1 } from '#contracts';
import type { MatchingContext, Shortlist } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { needToMatch, Ranking } from './ranking.js';
import { SuggestionRecords } from './suggestion-records.js';

/** What to rank for: a version of a need, after it was posted or edited, or because somebody asked. */
export interface ShortlistOrder {
  readonly needId: string;
  readonly needVersion: number;
  readonly businessId: string;
  readonly matching: NeedToMatchV1;
  readonly requestId: string | null;
}

@Injectable()
export class PrepareShortlist {
  constructor(
    private readonly ranking: Ranking,
    private readonly suggestions: SuggestionRecords,
  ) {}

  /** Ranks everybody who is listed and publishes the shortlist; nothing for a version that is history. */
  async prepare(tx: Transaction, order: ShortlistOrder, now: string): Promise<void> {
    // Together, because a version that is history is rare.
    const [version] = await Promise.all([this.nextVersion(tx, order), this.ranking.readOn(tx)]);
    if (version === null) return;
    const context = this.ranking.context(now);
    const shortlist = this.ranking.shortlist(needToMatch(order.needId, order.matching), context);
    const agencyIds = shortlist.entries.map(({ agencyId }) => agencyId);
    const records = await this.suggestions.of(tx, agencyIds);
    await tx.append([
      {
        type: ShortlistPreparedV1.type,
        aggregateType: 'shortlist',
        aggregateId: order.needId,
        aggregateVersion: version,
        audience: [order.businessId],
        data: eventData(order, shortlist, records, context),
      },
    ]);
  }

  private async nextVersion(tx: Transaction, { needId, needVersion }: ShortlistOrder): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      `INSERT INTO matcher.shortlist AS known (need_id, version, need_version) VALUES ($1, 1, $2)
       ON CONFLICT (need_id) DO UPDATE SET version = known.version + 1, need_version = $2
         WHERE known.need_version <= $2
       RETURNING version`,
      [needId, needVersion],
    );
    return row?.version ?? null;
  }
}

function eventData(
  { needId, needVersion, requestId }: ShortlistOrder,
  shortlist: Shortlist,
  records: ReadonlyMap<string, AgencySuggestionsV1>,
  { rates, now }: MatchingContext,
): object {
  const { nearMisses, considered, excluded } = shortlist;
  const entries = shortlist.entries.map((entry) => {
    const agencySuggestions = records.get(entry.agencyId);
    return agencySuggestions === undefined ? entry : { ...entry, agencySuggestions };
  });
  const found = { entries, nearMisses, considered, excluded };
  return { needId, needVersion, requestId, ...found, preparedAt: now, ratesAsOf: rates.asOf };
}
