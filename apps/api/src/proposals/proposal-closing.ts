import { marketplace } from '#access';
import { needEvents } from '#contracts';
import { decideProposal } from '#domain';
import type { Scope } from '#platform/database';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { NeedStore } from '../needs/need.store.js';
import { ProposalStore } from './proposal.store.js';

/**
 * Closes what is still open of a need's proposals: at once when the business accepts one of them, and after the fact when
 * it closes the need by itself.
 */
@Injectable()
export class ProposalClosing implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly proposals: ProposalStore,
    private readonly needs: NeedStore,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-proposals-of-closed-needs',
      handles: [
        handlersFor(needEvents, {
          'need.drafted.v1': ignored,
          'need.posted.v1': ignored,
          'need.edited.v1': ignored,
          'need.agencies-invited.v1': ignored,
          'need.closed.v1': ({ aggregateId, data }) => this.closeOfClosed(aggregateId, data.closedAt),
          'need.reopened.v1': ignored,
        }),
      ],
    });
  }

  /** What was made after the need had opened again stays open. */
  private async closeOfClosed(needId: string, closedAt: string): Promise<void> {
    const { state: need } = await this.needs.load(marketplace, needId);
    if (need.status === 'closed') await this.closeOpen(marketplace, needId, closedAt);
  }

  async closeOpen(scope: Scope, needId: string, now: string): Promise<void> {
    const open = await this.proposals.openOf(scope, needId);
    await this.proposals.updateMany(scope, open, (proposal) =>
      decideProposal({ type: 'closeProposal', now }, proposal),
    );
  }
}
