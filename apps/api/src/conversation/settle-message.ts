import { scopeOf } from '#access';
import { decideSettlement, type Settlement } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { MessageStore } from './message.store.js';
import { TalkingEngagements } from './talking-engagements.js';

export class SettleMessage extends commandOf<NestedChange & { as: Settlement }, void>() {}

/** Whoever waits for an answer or for what was promised says that it is settled, or not needed any more. */
@CommandHandler(SettleMessage)
export class SettleMessageHandler implements ICommandHandler<SettleMessage> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
    private readonly messages: MessageStore,
  ) {}

  execute({ actor, parentId: engagementId, id, expectedVersion, as, now }: SettleMessage): Promise<void> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const parties = await this.talking.of(actor, engagementId);
      await this.messages.lock(tx, parties);
      const message = await this.messages.known(tx, engagementId, id, expectedVersion);
      const facts = decideSettlement({ type: 'settleMessage', by: partyOf(actor), parties, message, as, now });
      await this.messages.apply(tx, parties, facts);
    });
  }
}
