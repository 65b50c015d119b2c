import { decideBooking } from '#domain';
import { Clock } from '#platform/http';
import { PeriodicTask } from '#platform/scheduling';
import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { BookedSlots } from './booked-slots.js';
import { BookingStore } from './booking.store.js';

const marketplace = { kind: 'marketplace' } as const;
const sweepSeconds = 20;
const holdsPerSweep = 200;

/**
 * Lets holds expire. A lapsed hold never blocks anybody, because whoever books its time expires it first; the sweep only
 * sees to it that the others are told, too.
 */
@Injectable()
export class HoldExpiry implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeping = new PeriodicTask('expiring holds', sweepSeconds, () => this.sweep(this.clock.now()));

  constructor(
    private readonly bookings: BookingStore,
    private readonly slots: BookedSlots,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }

  /** Expires one booking, unless somebody confirmed or released it meanwhile. */
  async expire(bookingId: string, now: string): Promise<void> {
    await this.bookings.update(
      marketplace,
      bookingId,
      null,
      (booking) => (booking.status === 'held' ? decideBooking({ type: 'expireBooking', now }, booking) : []),
      () => this.slots.giveBack(bookingId, 'all'),
    );
  }

  /** Expires the lapsed holds, at most 200 at a time; returns how many. */
  async sweep(now: string): Promise<number> {
    const lapsed = await this.slots.nextLapsed(now, holdsPerSweep);
    for (const id of lapsed) await this.expire(id, now);
    return lapsed.length;
  }
}
