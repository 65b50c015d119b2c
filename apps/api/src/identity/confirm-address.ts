import { marketplace } from '#access';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { AccountCodeStore } from './account-code.store.js';
import { AccountStore } from './account.store.js';

export class ConfirmAddress extends commandOf<{ code: string; now: string }, void>() {}

/** Whoever has the code reads the mail of the address: from now on others may see what she does. */
@CommandHandler(ConfirmAddress)
export class ConfirmAddressHandler implements ICommandHandler<ConfirmAddress> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly codes: AccountCodeStore,
    private readonly accounts: AccountStore,
  ) {}

  /** @throws DomainError `account.code-invalid` */
  execute({ code, now }: ConfirmAddress): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const userId = await this.codes.use(code, 'confirm-address', now);
      if (userId === null) throw new DomainError('account.code-invalid', { at: ['code'] });
      await this.accounts.confirm(tx, userId, now);
    });
  }
}
