import { marketplace } from '#access';
import { decideBooking, hasLapsed } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

const plan = { name: 'expiring holds', everySeconds: 20, atMost: 200 } as const;

/**
 * Lets holds expire. A lapsed hold never blocks anybody, because whoever books its time expires it first; the sweep only
 * sees to it that the others are told, too.
 */
@Injectable()
export class HoldExpiry extends Sweep {
  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
    clock: Clock,
  ) {
    super(plan, clock);
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

  /** Expires the lapsed holds, at most 200 at a time; returns how many. */
  override async sweep(now: string): Promise<number> {
    const lapsed = await this.slots.nextLapsed(now, plan.atMost);
    for (const id of lapsed) await this.expire(id, now);
    return lapsed.length;
  }
}
