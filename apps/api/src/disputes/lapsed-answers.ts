import { marketplace } from '#access';
import { decideDispute } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { DisputeStore } from './dispute.store.js';

const plan = { name: 'disputes without an answer', everySeconds: 60, atMost: 100 } as const;

/** Hands disputes to the administrators in which a side has let its clock run out. */
@Injectable()
export class LapsedAnswers extends DueSweep<string> {
  constructor(private readonly disputes: DisputeStore) {
    super(plan, (now, atMost) => disputes.nextLapsed(now, atMost));
  }

  protected override settle(id: string, now: string): Promise<unknown> {
    return this.disputes.update(marketplace, id, null, (dispute) =>
      decideDispute({ type: 'lapseAnswer', now }, dispute),
    );
  }
}
