import { type Actor, marketplace } from '#access';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { AccountStore } from './account.store.js';
import { PasswordCheck } from './password-check.js';
import { erasePerson } from './person-erasure.js';

export class DeleteAccount extends commandOf<{ actor: Actor; password: string; now: string }, void>() {}

/**
 * Deletes whoever asks: she leaves all organisations, and address, name and password go. What has to be kept names her by an
 * id that says nothing of her any more, clearances that she gave among it.
 */
@CommandHandler(DeleteAccount)
export class DeleteAccountHandler implements ICommandHandler<DeleteAccount> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly accounts: AccountStore,
    private readonly checks: PasswordCheck,
  ) {}

  /** @throws DomainError `account.wrong-credentials`, `member.last-owner` of whichever organisation */
  async execute({ actor, password, now }: DeleteAccount): Promise<void> {
    const account = actor.userId === null ? null : await this.accounts.findById(actor.userId);
    if (account === null) throw new DomainError('auth.forbidden');
    const { email, userId } = account;
    await this.checks.assertRight(account, { email, password, now });
    await this.database.transaction(marketplace, async (tx) => {
      await erasePerson(tx, userId, now);
    });
  }
}
