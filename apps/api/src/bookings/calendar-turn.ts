import type { HoldContext } from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { BookedSlots, type WantedTime } from './booked-slots.js';
import { type Asking, HoldContextReader } from './hold-context-reader.js';
import { HoldExpiry } from './hold-expiry.js';

/** What is known of the time that is wanted, while nobody else can take it. */
export interface TurnAtCalendar {
  readonly known: Omit<HoldContext, 'agreement'>;
  /** Holds of others that have lapsed give way. */
  readonly expireLapsed: () => Promise<void>;
}

/** Whoever takes time of an assistant takes turns at her calendar, until the transaction is over. */
@Injectable()
export class CalendarTurn {
  constructor(
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly contexts: HoldContextReader,
    private readonly slots: BookedSlots,
    private readonly holds: HoldExpiry,
  ) {}

  /** @throws DomainError `booking.slot-taken` */
  async of(wanted: WantedTime, asking: Asking): Promise<TurnAtCalendar> {
    const read = await this.slots.lockCalendar(wanted, (tx) => this.contexts.read(tx, wanted, asking));
    const { lapsed, ...known } = read;
    return {
      known: { ...known, holdMinutes: this.settings.holdMinutes },
      expireLapsed: async () => {
        for (const id of lapsed) await this.holds.expire(id, wanted.now);
      },
    };
  }
}
