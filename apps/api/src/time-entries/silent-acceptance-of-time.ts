import { marketplace } from '#access';
import { decideTimeEntry, isSilentlyAccepted } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { TimeEntryChange } from './time-entry-change.js';
import { TimeEntryStore } from './time-entry.store.js';

const plan = { name: 'accepting time by silence', everySeconds: 60, atMost: 200 } as const;

interface SilentEntry {
  readonly id: string;
  readonly engagementId: string;
}

/** Accepts time about which the business has been silent for as long as the agreement says. */
@Injectable()
export class SilentAcceptanceOfTime extends DueSweep<SilentEntry> {
  constructor(
    private readonly entries: TimeEntryStore,
    private readonly change: TimeEntryChange,
  ) {
    super(plan, (now, atMost) => entries.nextSilent(now, atMost));
  }

  protected override settle(silent: SilentEntry, now: string): Promise<unknown> {
    return this.change.change(marketplace, silent, null, async (entry, scope) => {
      if (!isSilentlyAccepted(entry, now)) return [];
      const counted = await this.entries.countedBeside(scope, entry);
      return decideTimeEntry({ type: 'acceptTimeEntryBySilence', counted, now }, entry);
    });
  }
}
