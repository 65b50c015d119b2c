import { type Booking, type BookingFact, evolveBooking } from '#domain';
import { type StateJson, StateSchema, type Upcast } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { partiesOf } from '../parties-of.js';
import { bookingEvent } from './booking.events.js';
import { BookingRow } from './booking.row.js';

/** The first version had another name for the hours in which calling off is free. */
const freeCancellationHours: Upcast = ({ cancellation, ...booking }) => {
  const { freeUntilHours, ...terms } = cancellation as StateJson;
  return { ...booking, cancellation: { ...terms, freeCancellationHours: freeUntilHours } };
};

const bookingStates = new StateSchema<Booking>('booking', [freeCancellationHours]);

@Injectable()
export class BookingStore extends ApiStore<Booking, BookingFact, BookingRow> {
  protected readonly kind = { noun: 'booking', row: BookingRow, evolve: evolveBooking, toEvent: bookingEvent };

  protected toState(row: BookingRow): Booking {
    return bookingStates.open(row.state);
  }

  protected toRow(booking: Booking): Omit<BookingRow, 'id' | 'version'> {
    const { agreementId, status } = booking;
    const holdExpiresAt = booking.status === 'held' ? new Date(booking.holdExpiresAt) : null;
    return {
      agreementId,
      ...partiesOf(booking),
      status,
      holdExpiresAt,
      state: bookingStates.keep(booking),
    };
  }
}
