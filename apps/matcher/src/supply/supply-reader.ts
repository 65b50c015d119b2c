import {
  type AgencyId,
  type AgencyStatus,
  type AssistantId,
  type Candidate,
  minuteMs,
  type Money,
  type Spans,
} from '#domain';
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
  /** Those of whom a booking was written. */
  readonly bookedIds: readonly string[];
}

/** What the tables say of an assistant. */
export interface KnownAssistant {
  readonly assistantId: string;
  /** Null for one who can't be found at the moment. Booked time is null where it wasn't asked for. */
  readonly listed: (Omit<ListedAssistant, 'busy'> & { readonly busy: Spans | null }) | null;
  readonly reviews: Candidate['reviews'];
}

/** Within the minutes that changed bookings of an assistant cover, those that are taken now. */
export interface BusyChange {
  readonly assistantId: string;
  readonly covered: Spans;
  readonly taken: Spans;
}

interface AssistantRow {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId | null;
  readonly listed: boolean | null;
  readonly calendarVersion: number;
  readonly listing: KeptListing;
  readonly clearedUntil: Date | null;
  /** As PostgreSQL writes a multirange. */
  readonly busy: string | null;
  readonly elsewhere: string | null;
  readonly count: number | null;
  readonly scoreSum: number | null;
  readonly runs: number | null;
  readonly onTime: number | null;
}

/** Time that was over so long ago matters to no ranking: weeks count whole, and clocks differ. */
const rememberedMinutes = 15 * 1_440;

/** Booked time that ends before this UTC minute may be forgotten. */
export const forgottenBefore = (nowMs: number): number => Math.floor(nowMs / minuteMs) - rememberedMinutes;

/** Whose rows were written at the mark or after it. Mark and rows are of one snapshot. */
export async function readChanges(tx: Transaction, mark: ReadMark): Promise<Changes> {
  const [changes] = await tx.query<Changes>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark,
            ARRAY(SELECT agency_id FROM matcher.supply_agency WHERE written_by >= $1::xid8
                  UNION SELECT agency_id FROM matcher.supply_invitation WHERE written_by >= $1::xid8) AS "agencyIds",
            ARRAY(SELECT assistant_id FROM matcher.supply_assistant WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_clearance WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_elsewhere WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_work WHERE written_by >= $1::xid8
                  UNION SELECT assistant_id FROM matcher.supply_rating WHERE written_by >= $1::xid8) AS "assistantIds",
            ARRAY(SELECT DISTINCT assistant_id FROM matcher.supply_booking WHERE written_by >= $1::xid8) AS "bookedIds"`,
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

/**
 * @param withoutBusy those whose booked time is not asked for
 * @param since UTC minute from which on bookings can still matter
 */
export async function readAssistants(
  tx: Transaction,
  assistantIds: readonly string[],
  withoutBusy: readonly string[],
  since: number,
): Promise<KnownAssistant[]> {
  const rows = await tx.query<AssistantRow>(
    `SELECT asked.id AS "assistantId", agency_id AS "agencyId", listed, calendar_version AS "calendarVersion", listing,
            cleared.until AS "clearedUntil", count, score_sum AS "scoreSum", runs, on_time AS "onTime",
            CASE WHEN listed AND asked.id <> ALL ($2::uuid[]) THEN (
              SELECT coalesce(range_agg(busy) * int4multirange(int4range($3, NULL)), '{}')::text
                FROM matcher.supply_booking AS booking
               WHERE booking.assistant_id = asked.id AND taken AND busy && int4range($3, NULL)) END AS busy,
            CASE WHEN listed THEN (
              SELECT coalesce(range_agg(minutes) * int4multirange(int4range($3, NULL)), '{}')::text
                FROM matcher.supply_elsewhere AS calendar WHERE calendar.assistant_id = asked.id) END AS elsewhere
       FROM unnest($1::uuid[]) AS asked (id)
       LEFT JOIN matcher.supply_assistant AS assistant ON assistant.assistant_id = asked.id AND listed
       LEFT JOIN matcher.supply_rating AS rating ON rating.assistant_id = asked.id
       LEFT JOIN matcher.supply_work AS work ON work.assistant_id = asked.id
       LEFT JOIN LATERAL (
         SELECT max(valid_until) AS until FROM matcher.supply_clearance AS clearance
          WHERE clearance.assistant_id = asked.id AND NOT voided) AS cleared ON listed`,
    [assistantIds, withoutBusy, since],
  );
  return rows.map((row) => {
    const reviews = { count: row.count ?? 0, scoreSum: row.scoreSum ?? 0 };
    return { assistantId: row.assistantId, listed: listedOf(row, reviews), reviews };
  });
}

/**
 * What changed of anybody's booked time at the mark or after it. All bookings that cover the same minutes are looked at, not
 * the changed ones alone: over a broker, time may be taken anew before it is known to be free. A booking that moved has
 * changed what it covered before, too.
 */
export async function readBusyChanges(tx: Transaction, mark: ReadMark): Promise<BusyChange[]> {
  const rows = await tx.query<{ assistantId: string; covered: string; taken: string }>(
    `SELECT changed.assistant_id AS "assistantId", changed.minutes::text AS covered, taken.minutes AS taken
       FROM (SELECT assistant_id, range_agg(busy + formerly) AS minutes FROM matcher.supply_booking
              WHERE written_by >= $1::xid8 GROUP BY assistant_id) AS changed
       CROSS JOIN LATERAL (
         SELECT coalesce(range_agg(busy) * changed.minutes, '{}')::text AS minutes FROM matcher.supply_booking AS booking
          WHERE booking.assistant_id = changed.assistant_id AND taken AND busy && changed.minutes) AS taken`,
    [mark],
  );
  return rows.map(({ assistantId, covered, taken }) => ({
    assistantId,
    covered: spansOfText(covered),
    taken: spansOfText(taken),
  }));
}

/** `{[1,5),[7,9)}` as pairs in order; PostgreSQL joins what touches. */
const spansOfText = (multirange: string): Int32Array =>
  Int32Array.from(multirange.match(/-?\d+/g) ?? [], (minute) => Number(minute));

function listedOf(row: AssistantRow, reviews: Candidate['reviews']): KnownAssistant['listed'] {
  const { assistantId, agencyId, listing, clearedUntil, busy, elsewhere } = row;
  if (agencyId === null) return null;
  return {
    ...listing,
    hourlyRate: listing.hourlyRate as Money,
    assistantId,
    agencyId,
    calendarVersion: row.calendarVersion,
    clearedUntil: clearedUntil?.toISOString() ?? null,
    busy: busy === null ? null : spansOfText(busy),
    elsewhere: spansOfText(elsewhere ?? '{}'),
    reviews,
    work: { runs: row.runs ?? 0, onTime: row.onTime ?? 0 },
  };
}
