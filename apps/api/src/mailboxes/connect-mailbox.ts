import { scopeOf } from '#access';
import type { ConnectMailboxDto, MailboxDto } from '#contracts';
import { type BusinessId, decideMailbox, type MailboxId } from '#domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { MailboxPasswords } from './mailbox-passwords.js';
import { MailboxReadings } from './mailbox-readings.js';
import { MailboxStore } from './mailbox.store.js';

export class ConnectMailbox extends commandOf<Call & { asked: ConnectMailboxDto }, MailboxDto>() {}

/** A business says in which mailbox its customers write; it is read within a moment. */
@CommandHandler(ConnectMailbox)
export class ConnectMailboxHandler implements ICommandHandler<ConnectMailbox> {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly mailboxes: MailboxStore,
    private readonly readings: MailboxReadings,
    private readonly passwords: MailboxPasswords,
  ) {}

  /** @throws DomainError `mailbox.…` */
  execute({ actor, asked, now }: ConnectMailbox): Promise<MailboxDto> {
    const scope = scopeOf(actor);
    const businessId = actor.organisationId as BusinessId;
    const { password, ...place } = asked;
    return this.database.transaction(scope, async (tx) => {
      const others = await this.mailboxes.othersLocked(tx, businessId);
      const mailboxId = uuidv7() as MailboxId;
      const allowsLoopback = this.settings.outbound?.loopback === 'allowed';
      const facts = decideMailbox(
        { type: 'connectMailbox', mailboxId, businessId, ...place, others, allowsLoopback, now },
        null,
      );
      await this.mailboxes.create(scope, mailboxId, facts);
      const sealed = this.passwords.seal(mailboxId, password);
      await this.readings.open(tx, { mailboxId, businessId, password: sealed }, now);
      return this.mailboxes.shown(scope, mailboxId);
    });
  }
}
