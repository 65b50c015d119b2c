import { scopeOf } from '#access';
import { decideMailbox } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { MailboxReadings } from './mailbox-readings.js';
import { MailboxStore } from './mailbox.store.js';

export class DisconnectMailbox extends commandOf<Change, void>() {}

/** A mailbox is read no more. What was counted of it stays counted; password and ids of mails go. */
@CommandHandler(DisconnectMailbox)
export class DisconnectMailboxHandler implements ICommandHandler<DisconnectMailbox> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly mailboxes: MailboxStore,
    private readonly readings: MailboxReadings,
  ) {}

  /** @throws DomainError `mailbox.not-found` */
  execute({ actor, id, expectedVersion, now }: DisconnectMailbox): Promise<void> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async (tx) => {
      await this.mailboxes.update(scope, id, expectedVersion, (mailbox) =>
        decideMailbox({ type: 'disconnectMailbox', now }, mailbox),
      );
      await this.readings.close(tx, id);
    });
  }
}
