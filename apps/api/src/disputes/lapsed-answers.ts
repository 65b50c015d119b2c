import { marketplace } from '#access';
import { decideDispute } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { DisputeStore } from './dispute.store.js';

const plan = { name: 'disputes without an answer', everySeconds: 60, atMost: 100 } as const;

/** Hands disputes to the administrators in which a side has let its clock run out. */
@Injectable()
export class LapsedAnswers extends Sweep {
  constructor(
    private readonly disputes: DisputeStore,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 100 disputes at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const lapsed = await this.disputes.nextLapsed(now, plan.atMost);
    for (const id of lapsed) {
      await this.disputes.update(marketplace, id, null, (dispute) =>
        decideDispute({ type: 'lapseAnswer', now }, dispute),
      );
    }
    return lapsed.length;
  }
}
