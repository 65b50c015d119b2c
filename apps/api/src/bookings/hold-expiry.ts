import { marketplace } from '#access';
import { decideBooking, hasLapsed } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

const plan = { name: 'expiring holds', everySeconds: 20, atMost: 200 } as const;

/**
 * Lets holds expire. A lapsed hold never blocks anybody, because whoever books its time expires it first; the sweep only
 * sees to it that the others are told, too.
 */
@Injectable()
export class HoldExpiry extends DueSweep<string> {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
  ) {
    super(plan, (now, atMost) => slots.nextLapsed(now, atMost));
  }

  /** Expires one booking, unless somebody confirmed or released it meanwhile. */
  async expire(bookingId: string, now: string): Promise<void> {
    await this.bookings.update(
      marketplace,
      bookingId,
      null,
      (booking) => (hasLapsed(booking, now) ? decideBooking({ type: 'expireBooking', now }, booking) : []),
      () => this.slots.giveBack(bookingId, 'all'),
    );
  }

  protected override settle(bookingId: string, now: string): Promise<void> {
    return this.expire(bookingId, now);
  }
}
