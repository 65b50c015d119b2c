import {
  type AgencyId,
  type AgencyStatus,
  type AssistantId,
  CalendarCache,
  type Candidate,
  marketplaceQualityOf,
  type Money,
  spansOfSlots,
} from '#domain';
import type { SlotV1 } from '#contracts';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { KeptListing } from './supply-writer.js';
import { fromTheStart, type ReadMark, takeReadMark } from './written-since.js';

interface AssistantRow {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly listed: boolean;
  readonly calendarVersion: number;
  readonly listing: KeptListing;
}
interface Rating {
  readonly count: number;
  readonly scoreSum: number;
}
interface Responses {
  readonly answered: number;
  readonly missed: number;
}

const noRating: Rating = { count: 0, scoreSum: 0 };
const noResponses: Responses = { answered: 0, missed: 0 };
const noSpans = new Int32Array();

/**
 * The supply in memory, as each process of the matcher needs it whole: before each ranking it reads what the projection
 * wrote since the last look. So it is never older than the projection, whichever process wrote that.
 */
@Injectable()
export class Supply {
  readonly calendars = new CalendarCache();
  private mark: ReadMark = fromTheStart;
  private refreshing: Promise<unknown> = Promise.resolve();
  private readonly assistants = new Map<string, AssistantRow>();
  private readonly agencies = new Map<string, AgencyStatus>();
  private readonly clearedUntil = new Map<string, string>();
  private readonly busy = new Map<string, Int32Array>();
  private readonly ratings = new Map<string, Rating>();
  private readonly responses = new Map<string, Responses>();
  private readonly candidates = new Map<string, Candidate>();

  /** Everybody who is listed. */
  all(): Iterable<Candidate> {
    return this.candidates.values();
  }

  find(assistantId: string): Candidate | undefined {
    return this.candidates.get(assistantId);
  }

  /** Mean of all reviews as a part of the scale, 0 to 1. */
  get marketplaceQuality(): number {
    return marketplaceQualityOf(this.ratings.values());
  }

  /** Reads what is new; one after the other, because two at once could set each other back. */
  refresh(tx: Transaction): Promise<void> {
    const turn = this.refreshing.then(() => this.readOn(tx));
    this.refreshing = turn.catch(() => undefined);
    return turn;
  }

  private async readOn(tx: Transaction): Promise<void> {
    const next = await takeReadMark(tx);
    const changed = new Set<string>();
    const changedAgencies = new Set<string>();
    await this.readAgencies(tx, changedAgencies);
    await this.readAssistants(tx, changed);
    await this.readClearances(tx, changed);
    await this.readBookings(tx, changed);
    await this.readRatings(tx, changed);
    for (const { assistantId, agencyId } of this.assistants.values()) {
      if (changedAgencies.has(agencyId)) changed.add(assistantId);
    }
    for (const assistantId of changed) this.rebuild(assistantId);
    this.mark = next;
  }

  private async readAgencies(tx: Transaction, changed: Set<string>): Promise<void> {
    const agencies = await tx.query<{ agencyId: string; status: AgencyStatus }>(
      `SELECT agency_id AS "agencyId", status FROM matcher.supply_agency WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    for (const { agencyId, status } of agencies) {
      this.agencies.set(agencyId, status);
      changed.add(agencyId);
    }
    const responses = await tx.query<Responses & { agencyId: string }>(
      `SELECT agency_id AS "agencyId", count(*) FILTER (WHERE answered)::int AS answered,
              count(*) FILTER (WHERE over AND NOT answered)::int AS missed
         FROM matcher.supply_invitation
        WHERE invited AND agency_id IN (SELECT agency_id FROM matcher.supply_invitation WHERE written_by >= $1::xid8)
        GROUP BY agency_id`,
      [this.mark],
    );
    for (const { agencyId, answered, missed } of responses) {
      this.responses.set(agencyId, { answered, missed });
      changed.add(agencyId);
    }
  }

  private async readAssistants(tx: Transaction, changed: Set<string>): Promise<void> {
    const rows = await tx.query<AssistantRow>(
      `SELECT assistant_id AS "assistantId", agency_id AS "agencyId", listed, calendar_version AS "calendarVersion", listing
         FROM matcher.supply_assistant WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    for (const row of rows) {
      this.assistants.set(row.assistantId, row);
      changed.add(row.assistantId);
    }
  }

  private async readClearances(tx: Transaction, changed: Set<string>): Promise<void> {
    const rows = await tx.query<{ assistantId: string; until: Date | null }>(
      `SELECT assistant_id AS "assistantId", max(valid_until) FILTER (WHERE NOT voided) AS until
         FROM matcher.supply_clearance
        WHERE assistant_id IN (SELECT assistant_id FROM matcher.supply_clearance WHERE written_by >= $1::xid8)
        GROUP BY assistant_id`,
      [this.mark],
    );
    for (const { assistantId, until } of rows) {
      if (until === null) this.clearedUntil.delete(assistantId);
      else this.clearedUntil.set(assistantId, until.toISOString());
      changed.add(assistantId);
    }
  }

  private async readBookings(tx: Transaction, changed: Set<string>): Promise<void> {
    const rows = await tx.query<{ assistantId: string; slots: SlotV1[] | null }>(
      `SELECT assistant_id AS "assistantId", jsonb_agg(slot) FILTER (WHERE taken AND slot IS NOT NULL) AS slots
         FROM matcher.supply_booking LEFT JOIN jsonb_array_elements(slots) AS slot ON taken
        WHERE assistant_id IN (SELECT assistant_id FROM matcher.supply_booking WHERE written_by >= $1::xid8)
        GROUP BY assistant_id`,
      [this.mark],
    );
    for (const { assistantId, slots } of rows) {
      if (slots === null) this.busy.delete(assistantId);
      else this.busy.set(assistantId, Int32Array.from(spansOfSlots(slots)));
      changed.add(assistantId);
    }
  }

  private async readRatings(tx: Transaction, changed: Set<string>): Promise<void> {
    const rows = await tx.query<Rating & { assistantId: string }>(
      `SELECT assistant_id AS "assistantId", count, score_sum AS "scoreSum"
         FROM matcher.supply_rating WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    for (const { assistantId, count, scoreSum } of rows) {
      this.ratings.set(assistantId, { count, scoreSum });
      changed.add(assistantId);
    }
  }

  private rebuild(assistantId: string): void {
    const row = this.assistants.get(assistantId);
    if (row === undefined || !row.listed) {
      this.candidates.delete(assistantId);
      this.calendars.forget(assistantId);
      return;
    }
    const { listing } = row;
    this.candidates.set(assistantId, {
      ...listing,
      hourlyRate: listing.hourlyRate as Money,
      assistantId: row.assistantId,
      agencyId: row.agencyId,
      calendarVersion: row.calendarVersion,
      // Until its events are here an agency isn't known to be verified.
      agencyStatus: this.agencies.get(row.agencyId) ?? 'registered',
      clearedUntil: this.clearedUntil.get(assistantId) ?? null,
      busy: this.busy.get(assistantId) ?? noSpans,
      reviews: this.ratings.get(assistantId) ?? noRating,
      responses: this.responses.get(row.agencyId) ?? noResponses,
    });
  }
}
