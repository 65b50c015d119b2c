import {
  type ConcedeDispute,
  type CreditNoteId,
  decideDispute,
  type Dispute,
  keptOf,
  type SettleDispute,
  type DisputeVerdict,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { DisputedSubjects } from './disputed-subjects.js';
import { DisputeStore } from './dispute.store.js';

/** What somebody decides or agrees to, without the id of the credit note that may follow. */
type Settling = (dispute: Dispute) => {
  readonly verdict: DisputeVerdict;
  readonly command: Omit<ConcedeDispute, 'creditNoteId'> | Omit<SettleDispute, 'creditNoteId'>;
};

/** A verdict, and all that follows of it, in one transaction. */
@Injectable()
export class DisputeSettling {
  constructor(
    private readonly disputes: DisputeStore,
    private readonly subjects: DisputedSubjects,
  ) {}

  settle(scope: Scope, id: string, expectedVersion: number | null, settling: Settling): Promise<Versioned<Dispute>> {
    return this.disputes.update(
      scope,
      id,
      expectedVersion,
      async (dispute) => {
        const { verdict, command } = settling(dispute);
        const kept = keptOf(verdict, dispute.charge);
        const creditNoteId = await this.subjects.creditDue(scope, dispute, kept, uuidv7() as CreditNoteId);
        return decideDispute({ ...command, creditNoteId }, dispute);
      },
      async (_tx, dispute) => {
        if (dispute.status !== 'settled') return;
        await this.subjects.settle(scope, dispute, keptOf(dispute.verdict, dispute.charge), dispute.settledAt);
      },
    );
  }
}
