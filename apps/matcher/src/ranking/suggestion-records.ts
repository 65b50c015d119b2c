import { type AgencySuggestionsV1, suggestionEffectEvents } from '#contracts';
import type { Transaction } from '#platform/database';
import { handlersFor, ignored, Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

const counted = `INSERT INTO matcher.suggestion_record AS known (agency_id, measured, reached, improved)
  VALUES ($1, 1, $2, $3)
  ON CONFLICT (agency_id) DO UPDATE SET measured = known.measured + 1, reached = known.reached + $2, improved = known.improved + $3`;

/** What came of the suggestions of agencies: counted as it is told, each once, and shown beside whoever is on a shortlist. */
@Injectable()
export class SuggestionRecords implements OnModuleInit {
  constructor(@Inject(messagingToken('matcher')) private readonly messaging: Messaging) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-suggestion-records',
      handles: [
        handlersFor(suggestionEffectEvents, {
          'suggestion-effect.begun.v1': ignored,
          'suggestion-effect.asked-for.v1': ignored,
          'suggestion-effect.measured.v1': async ({ data: { agencyId, verdict } }, tx) => {
            await tx.execute(counted, [agencyId, Number(verdict === 'reached'), Number(verdict === 'improved')]);
          },
        }),
      ],
    });
  }

  /** By agency; those of whom nothing was measured are left out. */
  async of(tx: Transaction, agencyIds: readonly string[]): Promise<ReadonlyMap<string, AgencySuggestionsV1>> {
    if (agencyIds.length === 0) return new Map();
    const rows = await tx.query<AgencySuggestionsV1 & { agencyId: string }>(
      `SELECT agency_id AS "agencyId", measured, reached, improved FROM matcher.suggestion_record
        WHERE agency_id = ANY ($1::uuid[])`,
      [[...new Set(agencyIds)]],
    );
    return new Map(rows.map(({ agencyId, ...record }) => [agencyId, record]));
  }
}
