import type { HoldContext, Slot } from '#domain';
import type { Prepared, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AssistantStore } from '../assistants/assistant.store.js';
import { absentTime, agencyStatusColumn, clearedWorkplace } from '../assistants/standing-columns.js';
import { periodsOf, takenTime, type WantedTime, weekMarginDays } from './booked-slots.js';

/** What a hold has to know of the supply side. */
interface FoundContext extends Omit<HoldContext, 'agreement' | 'holdMinutes'> {
  /** Bookings whose hold has lapsed and that still occupy time which the slots touch. */
  readonly lapsed: readonly string[];
}

/** The agreement that asks, and its line if the booking is of one. */
export interface Asking {
  readonly agreementId: string;
  readonly lineId: string | null;
}

type ReadAsIs = Pick<
  FoundContext,
  'agencyStatus' | 'clearance' | 'absences' | 'engagementEnded' | 'lastDayOn' | 'lapsed'
>;

interface FoundRow extends ReadAsIs, Readonly<Record<string, unknown>> {
  /** Starts and ends in turn, in milliseconds since 1970. */
  readonly busy: readonly number[];
  readonly elsewhere: readonly number[];
  /** Of those, the agreement's own. */
  readonly own: readonly number[];
  /** Of its line, whenever they are. */
  readonly ofLine: readonly number[];
}

/** Reads it in one statement, in the marketplace's scope: neither side of an agreement sees all of it. */
@Injectable()
export class HoldContextReader {
  private statement: Prepared | null = null;

  constructor(private readonly assistants: AssistantStore) {}

  /** Stays true as long as the caller holds the lock of the assistant's calendar. Undefined where the time is taken. */
  async read(
    tx: Transaction,
    { assistantId, slots, now }: WantedTime,
    { agreementId, lineId }: Asking,
  ): Promise<FoundContext | undefined> {
    this.statement ??= holdContext(this.assistants.columns);
    const [found] = await tx.query<FoundRow>(this.statement, [assistantId, periodsOf(slots), now, agreementId, lineId]);
    if (found === undefined) return undefined;
    const { agencyStatus, clearance, absences, engagementEnded, lastDayOn, busy, elsewhere, own, ofLine, lapsed } =
      found;
    const taken = {
      busy: slotsOf(busy),
      elsewhere: slotsOf(elsewhere),
      bookedOfAgreement: slotsOf(own),
      bookedOfLine: slotsOf(ofLine),
    };
    const offered = { assistant: this.assistants.stateOf(found), agencyStatus, clearance, absences };
    return { ...offered, engagementEnded, lastDayOn, ...taken, lapsed };
  }
}

/** What is taken in the weeks of the slots, in milliseconds since 1970; lapsed holds don't count. */
const takenBounds = `SELECT (extract(epoch FROM bound) * 1000)::float8
                   FROM api.calendar_slot taken, LATERAL (VALUES (lower(period)), (upper(period))) AS bounds(bound)
                  WHERE taken.assistant_id = $1 AND (taken.hold_expires_at IS NULL OR taken.hold_expires_at > $3)`;
const boundsAround = `${takenBounds}
                    AND taken.period && tstzrange(
                      lower($2::tstzmultirange) - make_interval(days => ${weekMarginDays}),
                      upper($2::tstzmultirange) + make_interval(days => ${weekMarginDays}))`;

/** Calendars may overlap each other, and so what they say is made one first. */
const boundsElsewhere = `SELECT (extract(epoch FROM bound) * 1000)::float8
                   FROM (SELECT unnest(range_agg(period)) AS period FROM api.outside_slot
                          WHERE assistant_id = $1 AND period && $2::tstzmultirange) AS gone,
                        LATERAL (VALUES (lower(period)), (upper(period))) AS bounds(bound)
                  ORDER BY bound`;

const holdContext = (assistantColumns: string): Prepared => ({
  name: 'hold-context',
  text: `SELECT ${assistantColumns},
           ${agencyStatusColumn},
           ${clearedWorkplace} AS clearance,
           ${absentTime} AS absences,
           EXISTS (SELECT FROM api.engagement WHERE engagement.id = $4 AND engagement.status = 'ended') AS "engagementEnded",
           (SELECT term.ends_on::text FROM api.engagement_term term WHERE term.engagement_id = $4) AS "lastDayOn",
           ARRAY(${boundsAround} ORDER BY bound) AS busy,
           ARRAY(${boundsElsewhere}) AS elsewhere,
           ARRAY(${boundsAround}
                    AND taken.booking_id IN (SELECT booking.id FROM api.booking WHERE booking.agreement_id = $4)
                  ORDER BY bound) AS own,
           ARRAY(${takenBounds} AND $5::text IS NOT NULL AND taken.booking_id IN (
                    SELECT booking.id FROM api.booking WHERE booking.agreement_id = $4 AND booking.line_id = $5)
                  ORDER BY bound) AS "ofLine",
           ARRAY(SELECT DISTINCT taken.booking_id::text FROM api.calendar_slot taken
                  WHERE taken.assistant_id = $1 AND taken.hold_expires_at <= $3 AND taken.period && $2::tstzmultirange
                  ORDER BY 1) AS lapsed
           FROM api.assistant WHERE id = $1 AND NOT EXISTS (${takenTime})`,
});

const slotsOf = (bounds: readonly number[]): Slot[] =>
  Array.from({ length: bounds.length / 2 }, (_, index) => ({
    startAt: new Date(bounds[index * 2]!).toISOString(),
    endAt: new Date(bounds[index * 2 + 1]!).toISOString(),
  }));
