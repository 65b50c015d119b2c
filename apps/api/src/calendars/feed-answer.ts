import { marketplace } from '#access';
import { DomainError } from '#domain';
import { hashSecret } from '#platform/security';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BookingStore } from '../bookings/booking.store.js';
import { CalendarFeedStore, type KeptFeed } from './calendar-feed.store.js';
import { bookingsCalendar, type ShownBooking, shownPastDays } from './bookings-calendar.js';
import { feedSecretPrefix } from './make-calendar-feed.js';

/** Bookings that a feed is made of at most: those that lie ahead, the soonest first, then what is over. */
const maxBookings = 1_000;

interface FoundBooking extends Readonly<Record<string, unknown>> {
  readonly version: number;
  readonly assistant: string;
  readonly business: string;
  readonly agency: string;
}

/** What a calendar is answered that asks by a secret. */
@Injectable()
export class FeedAnswer {
  constructor(
    private readonly database: ApiDatabase,
    private readonly feeds: CalendarFeedStore,
    private readonly bookingStore: BookingStore,
  ) {}

  /** @throws DomainError `calendar-feed.not-found` */
  async of(secret: string, now: string): Promise<string> {
    if (!secret.startsWith(feedSecretPrefix)) throw new DomainError('calendar-feed.not-found');
    const feed = await this.feeds.bySecret(hashSecret(secret));
    await this.feeds.noteReading(feed, now);
    return bookingsCalendar(await this.bookings(feed, now), feed, now);
  }

  /** In the marketplace's scope, since neither side sees the other's row by which it is called; what is shown is the feed's alone. */
  private async bookings({ organisationId, assistantId }: KeptFeed, now: string): Promise<ShownBooking[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<FoundBooking>(
        `SELECT ${this.bookingStore.columns},
                (SELECT display_name FROM api.assistant WHERE assistant.id = assistant_id) AS assistant,
                (SELECT name FROM api.business WHERE business.id = business_id) AS business,
                (SELECT name FROM api.agency WHERE agency.id = agency_id) AS agency
           FROM api.booking
          WHERE (agency_id = $1 OR business_id = $1) AND ($2::uuid IS NULL OR assistant_id = $2)
            AND status IN ('held', 'confirmed', 'cancelled') AND ends_at > $3::timestamptz - make_interval(days => ${shownPastDays})
          ORDER BY ends_at <= $3, CASE WHEN ends_at > $3 THEN starts_at END, ends_at DESC, id LIMIT ${maxBookings}`,
        [organisationId, assistantId, now],
      ),
    );
    return rows.map((row) => {
      const booking = this.bookingStore.stateOf(row);
      const { assistant, business, agency, version } = row;
      const byAssistant = assistantId === null ? `${assistant} · ${business}` : business;
      const withWhom = booking.agencyId === organisationId ? byAssistant : `${assistant} (${agency})`;
      return { booking, version, withWhom };
    });
  }
}
