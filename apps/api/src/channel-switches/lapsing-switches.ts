import { marketplace } from '#access';
import { decideAboutSwitch } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { ChannelSwitchStore } from './channel-switch.store.js';

const plan = { name: 'lapsing proposals of other channels', everySeconds: 300, atMost: 100 } as const;

/** Closes proposals whose day has come without an answer. */
@Injectable()
export class LapsingSwitches extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly switches: ChannelSwitchStore,
  ) {
    super(plan);
  }

  /** At most 100 at a time; returns how many there were. */
  override sweep(now: string): Promise<number> {
    return this.database.transaction(marketplace, async (tx) => {
      const ids = await this.switches.lapsing(tx, now, plan.atMost);
      await this.switches.updateMany(marketplace, ids, (known) =>
        decideAboutSwitch({ type: 'lapseSwitch', now }, known),
      );
      return ids.length;
    });
  }
}
