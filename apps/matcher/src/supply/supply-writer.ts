import type { AssistantListedV1, SlotV1 } from '#contracts';
import type { AgencyStatus } from '#domain';
import type { Prepared, Transaction } from '#platform/database';
import type { ListingEvent, SupplyKeeper } from './supply-keeper.js';

/** A listing as the matcher keeps it. */
export type KeptListing = Pick<
  AssistantListedV1,
  | 'timeZone'
  | 'weeklyHours'
  | 'daysOff'
  | 'weeklyCapacityMinutes'
  | 'skills'
  | 'dutyCodes'
  | 'languages'
  | 'hourlyRate'
  | 'instantBooking'
> & { readonly listedAt: string };

/** The listing of an event, as it is kept; null for one that was never published. */
export function keptListing({ data }: ListingEvent): KeptListing | null {
  const { listedAt } = data;
  if (data.status === 'draft' || listedAt === null) return null;
  return {
    timeZone: data.timeZone,
    weeklyHours: data.weeklyHours,
    daysOff: data.daysOff,
    weeklyCapacityMinutes: data.weeklyCapacityMinutes,
    skills: data.skills,
    dutyCodes: data.dutyCodes,
    languages: data.languages,
    hourlyRate: data.hourlyRate,
    instantBooking: data.instantBooking,
    listedAt,
  };
}

/** What is written at each booking, and so is prepared. */
const bookTime: Prepared = {
  name: 'supply-book-time',
  text: `INSERT INTO matcher.supply_booking AS known (booking_id, assistant_id, taken, slots) VALUES ($1, $2, true, $3)
         ON CONFLICT (booking_id) DO UPDATE
           SET taken = true, slots = $3, formerly = known.formerly + known.busy, written_by = DEFAULT`,
};
const freeTime: Prepared = {
  name: 'supply-free-time',
  text: 'UPDATE matcher.supply_booking SET taken = false, written_by = DEFAULT WHERE booking_id = $1',
};

/** Writes the tables of the supply in one transaction; each row says which transaction wrote it last. */
export class SupplyWriter implements SupplyKeeper {
  constructor(private readonly tx: Transaction) {}

  async agency(agencyId: string, status: AgencyStatus): Promise<void> {
    await this.tx.execute(
      `INSERT INTO matcher.supply_agency (agency_id, status) VALUES ($1, $2)
       ON CONFLICT (agency_id) DO UPDATE SET status = $2, written_by = DEFAULT`,
      [agencyId, status],
    );
  }

  async listing(event: ListingEvent): Promise<void> {
    const listing = keptListing(event);
    if (listing === null) return;
    const { status, agencyId } = event.data;
    await this.tx.execute(
      `INSERT INTO matcher.supply_assistant (assistant_id, agency_id, listed, calendar_version, listing)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (assistant_id) DO UPDATE
         SET agency_id = $2, listed = $3, calendar_version = $4, listing = $5, written_by = DEFAULT`,
      [event.aggregateId, agencyId, status === 'published', event.aggregateVersion, JSON.stringify(listing)],
    );
  }

  async withdraw(assistantId: string): Promise<void> {
    await this.tx.execute(
      `UPDATE matcher.supply_assistant SET listed = false, written_by = DEFAULT WHERE assistant_id = $1`,
      [assistantId],
    );
  }

  async clear(clearanceId: string, assistantId: string, validUntil: string): Promise<void> {
    await this.tx.execute(
      `INSERT INTO matcher.supply_clearance (clearance_id, assistant_id, valid_until, voided) VALUES ($1, $2, $3, false)
       ON CONFLICT (clearance_id) DO UPDATE SET valid_until = $3, voided = false, written_by = DEFAULT`,
      [clearanceId, assistantId, validUntil],
    );
  }

  async voidClearance(clearanceId: string): Promise<void> {
    await this.tx.execute(
      `UPDATE matcher.supply_clearance SET voided = true, written_by = DEFAULT WHERE clearance_id = $1`,
      [clearanceId],
    );
  }

  async book(bookingId: string, assistantId: string, slots: readonly SlotV1[]): Promise<void> {
    await this.tx.execute(bookTime, [bookingId, assistantId, JSON.stringify(slots)]);
  }

  async free(bookingId: string): Promise<void> {
    await this.tx.execute(freeTime, [bookingId]);
  }

  async takeElsewhere(calendarId: string, assistantId: string, busy: readonly SlotV1[]): Promise<void> {
    await this.tx.execute(
      `INSERT INTO matcher.supply_elsewhere (calendar_id, assistant_id, minutes) VALUES ($1, $2, matcher.minutes_of($3))
       ON CONFLICT (calendar_id) DO UPDATE SET minutes = EXCLUDED.minutes, written_by = DEFAULT`,
      [calendarId, assistantId, JSON.stringify(busy)],
    );
  }

  /** The row stays, so that whoever follows the supply sees that there is nothing any more. */
  async forgetElsewhere(calendarId: string): Promise<void> {
    await this.tx.execute(
      `UPDATE matcher.supply_elsewhere SET minutes = '{}', written_by = DEFAULT WHERE calendar_id = $1`,
      [calendarId],
    );
  }

  async rate(assistantId: string, score: number): Promise<void> {
    await this.tx.execute(
      `INSERT INTO matcher.supply_rating AS known (assistant_id, count, score_sum) VALUES ($1, 1, $2)
       ON CONFLICT (assistant_id) DO UPDATE
         SET count = known.count + 1, score_sum = known.score_sum + $2, written_by = DEFAULT`,
      [assistantId, score],
    );
  }

  async countWork(assistantId: string, runs: number, onTime: number): Promise<void> {
    await this.tx.execute(
      `INSERT INTO matcher.supply_work (assistant_id, runs, on_time) VALUES ($1, $2, $3)
       ON CONFLICT (assistant_id) DO UPDATE SET runs = $2, on_time = $3, written_by = DEFAULT`,
      [assistantId, runs, onTime],
    );
  }

  async invite(needId: string, agencyIds: readonly string[]): Promise<void> {
    if (agencyIds.length === 0) return;
    await this.tx.execute(
      `INSERT INTO matcher.supply_invitation (need_id, agency_id, invited) SELECT $1::uuid, unnest($2::uuid[]), true
       ON CONFLICT (need_id, agency_id) DO UPDATE SET invited = true, written_by = DEFAULT`,
      [needId, agencyIds],
    );
  }

  async answer(needId: string, agencyId: string): Promise<void> {
    await this.tx.execute(
      `INSERT INTO matcher.supply_invitation (need_id, agency_id, answered) VALUES ($1, $2, true)
       ON CONFLICT (need_id, agency_id) DO UPDATE SET answered = true, written_by = DEFAULT`,
      [needId, agencyId],
    );
  }

  async endInvitations(needId: string): Promise<void> {
    await this.tx.execute(`UPDATE matcher.supply_invitation SET over = true, written_by = DEFAULT WHERE need_id = $1`, [
      needId,
    ]);
  }
}
