import { type Actor, scopeOf } from '#access';
import type { BookingPageDto } from '#contracts';
import type { Booking } from '#domain';
import type { Database } from '#platform/database';
import { decodeCursor, encodeCursor, pageOf, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { bookingDto } from './booking.dto-mapping.js';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: Booking;
}

/** The bookings of the actor's organisation, oldest first. */
@Injectable()
export class ListBookings {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  async page(actor: Actor, agreementId: string | null, page: PageRequest): Promise<BookingPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const party = actor.organisationKind === 'marketplace' ? null : actor.organisationId;
    const rows = await this.database.transaction(scopeOf(actor), (tx) =>
      tx.query<Row>(
        `SELECT id, version, state FROM api.booking
          WHERE ($1::uuid IS NULL OR business_id = $1 OR agency_id = $1)
            AND ($2::uuid IS NULL OR agreement_id = $2) AND ($3::uuid IS NULL OR id > $3)
          ORDER BY id LIMIT $4`,
        [party, agreementId, after, page.limit + 1],
      ),
    );
    return pageOf(rows, page.limit, bookingDto, ({ id }) => encodeCursor({ id }));
  }
}
