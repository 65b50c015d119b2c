import { marketplace } from '#access';
import { decideTimeEntry, isSilentlyAccepted } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { TimeEntryChange } from './time-entry-change.js';
import { TimeEntryStore } from './time-entry.store.js';

const plan = { name: 'accepting time by silence', everySeconds: 60, atMost: 200 } as const;

/** Accepts time about which the business has been silent for as long as the agreement says. */
@Injectable()
export class SilentAcceptanceOfTime extends Sweep {
  constructor(
    private readonly entries: TimeEntryStore,
    private readonly change: TimeEntryChange,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 200 entries at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const silent = await this.entries.nextSilent(now, plan.atMost);
    for (const named of silent) {
      // Somebody may have spoken since.
      await this.change.change(marketplace, named, null, async (entry, scope) => {
        if (!isSilentlyAccepted(entry, now)) return [];
        const counted = await this.entries.countedBeside(scope, entry);
        return decideTimeEntry({ type: 'acceptTimeEntryBySilence', counted, now }, entry);
      });
    }
    return silent.length;
  }
}
