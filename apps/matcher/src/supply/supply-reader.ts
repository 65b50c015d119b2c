import type { SlotV1 } from '#contracts';
import { type AgencyId, type AgencyStatus, type AssistantId, type Candidate, type Money, spansOfSlots } from '#domain';
import type { Transaction } from '#platform/database';
import type { AgencyFacts } from '../search/columns/agency-table.js';
import type { ListedAssistant } from '../search/columns/supply-columns.js';
import type { KeptListing } from './supply-writer.js';
import type { ReadMark } from './read-mark.js';

/** Ids of those about whom something was written, and from where to read on. */
export interface Changes {
  readonly mark: ReadMark;
  readonly agencyIds: readonly string[];
  readonly assistantIds: readonly string[];
}

/** What the tables say of an assistant. */
export interface KnownAssistant {
  readonly assistantId: string;
  /** Null for one who can't be found at the moment. */
  readonly listed: ListedAssistant | null;
  readonly reviews: Candidate['reviews'];
}

interface AssistantRow {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId | null;
  readonly listed: boolean | null;
  readonly calendarVersion: number;
  readonly listing: KeptListing;
  readonly clearedUntil: Date | null;
  readonly slots: SlotV1[] | null;
  readonly count: number | null;
  readonly scoreSum: number | null;
}

const noSpans = new Int32Array();

/** Whose rows were written at the mark or after it. Mark and rows are of one snapshot. */
export async function readChanges(tx: Transaction, mark: ReadMark): Promise<Changes> {
  const [changes] = await tx.query<Changes>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark,
            ARRAY(SELECT agency_id FROM matcher.supply_agency WHERE written_by >= $1::xid8
                  UNION SELECT agency_id FROM matcher.supply_invitation WHERE written_by >= $1::xid8) AS "agencyIds",
            ARRAY(SELECT assistant_id FROM matcher.supply_assistant WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_clearance WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_booking WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_rating WHERE written_by >= $1::xid8) AS "assistantIds"`,
    [mark],
  );
  if (changes === undefined) throw new Error('the database told no snapshot');
  return changes;
}

/** The next ids of everybody who is known, in order. */
export async function idsAfter(
  tx: Transaction,
  of: 'agency' | 'assistant',
  last: string,
  limit: number,
): Promise<string[]> {
  const [table, other] =
    of === 'agency' ? ['supply_agency', 'supply_invitation'] : ['supply_assistant', 'supply_rating'];
  const rows = await tx.query<{ id: string }>(
    `SELECT ${of}_id AS id FROM (
       (SELECT ${of}_id FROM matcher.${table} WHERE ${of}_id > $1 ORDER BY 1 LIMIT $2)
       UNION (SELECT DISTINCT ${of}_id FROM matcher.${other} WHERE ${of}_id > $1 ORDER BY 1 LIMIT $2)) AS known
     ORDER BY 1 LIMIT $2`,
    [last, limit],
  );
  return rows.map(({ id }) => id);
}

export async function readAgencies(
  tx: Transaction,
  agencyIds: readonly string[],
): Promise<(AgencyFacts & { readonly agencyId: string })[]> {
  const rows = await tx.query<{ agencyId: string; status: AgencyStatus | null; answered: number; missed: number }>(
    `SELECT asked.id AS "agencyId", status, coalesce(answered, 0) AS answered, coalesce(missed, 0) AS missed
       FROM unnest($1::uuid[]) AS asked (id)
       LEFT JOIN matcher.supply_agency ON agency_id = asked.id
       LEFT JOIN LATERAL (
         SELECT count(*) FILTER (WHERE answered)::int AS answered, count(*) FILTER (WHERE over AND NOT answered)::int AS missed
           FROM matcher.supply_invitation WHERE invited AND agency_id = asked.id) AS responses ON true`,
    [agencyIds],
  );
  return rows.map(({ agencyId, status, answered, missed }) => ({
    agencyId,
    // Until its events are here an agency isn't known to be verified.
    status: status ?? 'registered',
    responses: { answered, missed },
  }));
}

/** Of bookings, those that can still matter: weeks count whole, and clocks differ. */
export async function readAssistants(tx: Transaction, assistantIds: readonly string[]): Promise<KnownAssistant[]> {
  const rows = await tx.query<AssistantRow>(
    `SELECT asked.id AS "assistantId", agency_id AS "agencyId", listed, calendar_version AS "calendarVersion", listing,
            cleared.until AS "clearedUntil", booked.slots, count, score_sum AS "scoreSum"
       FROM unnest($1::uuid[]) AS asked (id)
       LEFT JOIN matcher.supply_assistant AS assistant ON assistant.assistant_id = asked.id AND listed
       LEFT JOIN matcher.supply_rating AS rating ON rating.assistant_id = asked.id
       LEFT JOIN LATERAL (
         SELECT max(valid_until) AS until FROM matcher.supply_clearance AS clearance
          WHERE clearance.assistant_id = asked.id AND NOT voided) AS cleared ON listed
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(slot) AS slots
           FROM matcher.supply_booking AS booking, jsonb_array_elements(slots) AS slot
          WHERE booking.assistant_id = asked.id AND taken
            AND (slot ->> 'endAt')::timestamptz > now() - interval '15 days') AS booked ON listed`,
    [assistantIds],
  );
  return rows.map((row) => {
    const reviews = { count: row.count ?? 0, scoreSum: row.scoreSum ?? 0 };
    return { assistantId: row.assistantId, listed: listedOf(row, reviews), reviews };
  });
}

function listedOf(row: AssistantRow, reviews: Candidate['reviews']): ListedAssistant | null {
  const { assistantId, agencyId, listing, clearedUntil, slots } = row;
  if (agencyId === null) return null;
  return {
    ...listing,
    hourlyRate: listing.hourlyRate as Money,
    assistantId,
    agencyId,
    calendarVersion: row.calendarVersion,
    clearedUntil: clearedUntil?.toISOString() ?? null,
    busy: slots === null ? noSpans : spansOfSlots(slots),
    reviews,
  };
}
