import { type Booking, type BookingFact, evolveBooking } from '#domain';
import { AggregateStore, type Database } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { bookingEvent } from './booking.events.js';
import { BookingRow } from './booking.row.js';

@Injectable()
export class BookingStore extends AggregateStore<Booking, BookingFact, BookingRow> {
  protected readonly entity = BookingRow;
  protected readonly aggregateType = 'booking';
  protected readonly evolve = evolveBooking;
  protected readonly toEvent = bookingEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

  protected toState(row: BookingRow): Booking {
    return row.state;
  }

  protected toRow(booking: Booking): Omit<BookingRow, 'id' | 'version'> {
    const { agreementId, businessId, agencyId, assistantId, status } = booking;
    const holdExpiresAt = booking.status === 'held' ? new Date(booking.holdExpiresAt) : null;
    return { agreementId, businessId, agencyId, assistantId, status, holdExpiresAt, state: booking };
  }
}
