import { marketplace } from '#access';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { AccountCodeStore } from './account-code.store.js';
import { AccountStore } from './account.store.js';
import { NewPasswords } from './new-passwords.js';

export class ResetPassword extends commandOf<{ code: string; password: string; now: string }, void>() {}

/** Sets another password for whoever has the code that was sent to the address, and ends all of its sessions. */
@CommandHandler(ResetPassword)
export class ResetPasswordHandler implements ICommandHandler<ResetPassword> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly codes: AccountCodeStore,
    private readonly accounts: AccountStore,
    private readonly passwords: NewPasswords,
  ) {}

  /** @throws DomainError `account.code-invalid`, `account.password-…`, `request.too-many` */
  async execute({ code, password, now }: ResetPassword): Promise<void> {
    const userId = await this.codes.find(code, 'reset-password', now);
    const account = userId === null ? null : await this.accounts.findById(userId);
    if (account === null) throw new DomainError('account.code-invalid', { at: ['code'] });
    const { email, passwordHash: insteadOf } = account;
    const passwordHash = await this.passwords.hash({ password, email }, ['password']);
    await this.database.transaction(marketplace, async (tx) => {
      const holder = await this.codes.use(code, 'reset-password', now);
      if (holder === null) throw new DomainError('account.code-invalid', { at: ['code'] });
      await this.accounts.setPassword({ userId: holder, passwordHash, insteadOf }, { keptSessionId: null, now });
      // Whoever has the code reads the mail of the address.
      await this.accounts.confirm(tx, holder, now);
    });
  }
}
