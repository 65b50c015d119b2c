import { marketplace } from '#access';
import type { BookingQueryDto } from '#contracts';
import { type Booking, type BookingFact, evolveBooking, isAtRisk, lateFeesDue, type Slot } from '#domain';
import { type Scope, type StateJson, StateSchema, type Upcast, type Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { spanOfQuery } from '../query-time.js';
import { bothWays, byCreation, type Condition, type CountedPage } from '../sorted-list.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { bookingEvent } from './booking.events.js';
import { BookingRow } from './booking.row.js';

/** The first version had another name for the hours in which calling off is free. */
const freeCancellationHours: Upcast = ({ cancellation, ...booking }) => {
  const { freeUntilHours, ...terms } = cancellation as StateJson;
  return { ...booking, cancellation: { ...terms, freeCancellationHours: freeUntilHours } };
};

const sorts = { ...byCreation, ...bothWays('starts', 'starts_at', 'timestamptz') };

/** Only a booking as a whole could be called off, and nothing of its fee was charged. */
const changesOfBooking: Upcast = (booking) => {
  const { status, cancelledSlots = [], lateFee, cancelledAt } = booking;
  if (status !== 'confirmed' && status !== 'cancelled') return booking;
  const costs = lateFee !== undefined && Number((lateFee as StateJson)['amountMinor']) > 0;
  const lateFees = costs ? [{ amount: lateFee, incurredAt: cancelledAt, invoiceId: null }] : [];
  return { ...booking, cancelledSlots, lateFees };
};

/** Until the third, no booking was of one line alone. */
const ofNoLine: Upcast = (booking) => ({ ...booking, lineId: null });

const bookingStates = new StateSchema<Booking>('booking', [freeCancellationHours, changesOfBooking, ofNoLine]);

/** A booking, and whose time it is. */
export interface BookedAssistant {
  readonly id: string;
  readonly assistantId: string;
}

@Injectable()
export class BookingStore extends StateStore<Booking, BookingFact, BookingRow> {
  protected readonly kind = { noun: 'booking', row: BookingRow, evolve: evolveBooking, toEvent: bookingEvent };
  protected override readonly schema = bookingStates;

  /** Those of the scope's organisation that have time in what is asked for. @throws DomainError `time.…` */
  list<Item>(
    scope: Scope,
    {
      agreementId,
      status,
      atRisk,
      assistantId,
      sort = 'created',
      ...time
    }: BookingQueryDto & { assistantId: string | null },
    request: PageRequest,
    toItem: (one: Versioned<Booking>) => Item,
  ): Promise<CountedPage<Item>> {
    const { from, to } = spanOfQuery(time);
    const conditions: Condition[] = [
      ['agreement_id = ?', agreementId],
      // Of the one whose bookings alone may be seen; as text, since she may be nobody's.
      ['assistant_id::text = ?', assistantId ?? undefined],
      ['status = ?', status],
      ['at_risk = ?', atRisk],
      ['ends_at > ?', from],
      ['starts_at < ?', to],
    ];
    return this.sortedPage(scope, { from: 'api.booking', conditions, sorts, sort }, request, toItem);
  }

  /** Confirmed bookings with time ahead, or at risk: of an assistant, or of all of an agency. */
  async toAssess(of: { assistantId: string } | { agencyId: string }, now: string): Promise<BookedAssistant[]> {
    const [column, id] = 'assistantId' in of ? ['assistant_id', of.assistantId] : ['agency_id', of.agencyId];
    return this.database.transaction(marketplace, (tx) =>
      tx.query<BookedAssistant>(
        `SELECT id, assistant_id AS "assistantId" FROM api.booking
          WHERE ${column} = $1 AND status = 'confirmed' AND (ends_at > $2 OR at_risk) ORDER BY id`,
        [id, now],
      ),
    );
  }

  /** Whether the two sides of an agreement agreed to work on days off. */
  async daysOffAgreed(scope: Scope, agreementId: string): Promise<boolean> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query(
        `SELECT FROM api.booking WHERE agreement_id = $1 AND status = 'confirmed'
            AND state->'risksAgreed' ? 'on-day-off' LIMIT 1`,
        [agreementId],
      ),
    );
    return rows.length > 0;
  }

  /** What is or was confirmed of an agreement, or of one of its lines alone. */
  async ofAgreement(scope: Scope, agreementId: string, lineId: string | null = null): Promise<Booking[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<BookingRow, 'state'>>(
        `SELECT state FROM api.booking
          WHERE agreement_id = $1 AND ($2::text IS NULL OR line_id = $2) AND status IN ('confirmed', 'cancelled')`,
        [agreementId, lineId],
      ),
    );
    return rows.map(({ state }) => this.open(state));
  }

  /** Those of a line are called off and moved by nobody until the caller's transaction is over. */
  async lockLine(scope: Scope, agreementId: string, lineId: string): Promise<void> {
    await this.database.transaction(scope, (tx) =>
      tx.query(
        `SELECT FROM api.booking WHERE agreement_id = $1 AND line_id = $2 AND status = 'confirmed' ORDER BY id FOR SHARE`,
        [agreementId, lineId],
      ),
    );
  }

  /**
   * When a change of a booking is decided that was asked for at an instant: not before a timer that was started in the meantime, since
   * time in which somebody works has begun. The caller has locked the booking.
   */
  async decidedAt(scope: Scope, { agreementId, lineId }: Booking, askedAt: string): Promise<string> {
    if (lineId === null) return askedAt;
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<{ begun: Date | null }>(
        `SELECT max(started_at) AS begun FROM api.time_entry
          WHERE engagement_id = $1 AND line_id = $2 AND started_at > $3 AND status <> 'discarded'`,
        [agreementId, lineId, askedAt],
      ),
    );
    return row?.begun?.toISOString() ?? askedAt;
  }

  /** When work of an agreement is recorded. */
  async workedTime(scope: Scope, agreementId: string): Promise<Slot[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<{ startedAt: Date; endedAt: Date | null }>(
        `SELECT started_at AS "startedAt", ended_at AS "endedAt" FROM api.time_entry
          WHERE engagement_id = $1 AND status <> 'discarded'`,
        [agreementId],
      ),
    );
    return rows.map(({ startedAt, endedAt }) => ({
      startAt: startedAt.toISOString(),
      // A timer that runs is at work until it is stopped.
      endAt: endedAt?.toISOString() ?? '9999-12-31T00:00:00.000Z',
    }));
  }

  /** Bookings of an agreement with late fees to charge, which nobody else changes until the caller's transaction is over. */
  async withLateFees(scope: Scope, agreementId: string): Promise<Booking[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<BookingRow, 'state'>>(
        'SELECT state FROM api.booking WHERE agreement_id = $1 AND late_fee_due ORDER BY id FOR UPDATE',
        [agreementId],
      ),
    );
    return rows.map(({ state }) => this.open(state));
  }

  protected columnsOf(booking: Booking): ColumnsOf<BookingRow> {
    const { agreementId, status } = booking;
    const holdExpiresAt = booking.status === 'held' ? new Date(booking.holdExpiresAt) : null;
    return {
      agreementId,
      ...partiesOf(booking),
      status,
      holdExpiresAt,
      startsAt: new Date(booking.slots[0]!.startAt),
      endsAt: new Date(booking.slots.at(-1)!.endAt),
      lineId: booking.lineId,
      atRisk: isAtRisk(booking),
      lateFeeDue: lateFeesDue(booking).length > 0,
    };
  }
}
