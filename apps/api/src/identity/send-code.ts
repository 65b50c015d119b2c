import { marketplace } from '#access';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import type { CodePurpose } from './account-code.store.js';
import { AccountMails } from './account-mails.js';
import { AccountStore } from './account.store.js';

export class SendCode extends commandOf<
  { purpose: CodePurpose; to: { userId: string } | { email: string }; now: string },
  void
>() {}

/** Sends a code to whoever has an account; nobody is told whether there is one. */
@CommandHandler(SendCode)
export class SendCodeHandler implements ICommandHandler<SendCode> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly accounts: AccountStore,
    private readonly mails: AccountMails,
  ) {}

  execute({ purpose, to, now }: SendCode): Promise<void> {
    return this.database.transaction(marketplace, async () => {
      const account = await ('userId' in to ? this.accounts.findById(to.userId) : this.accounts.findByEmail(to.email));
      const isNeeded = account !== null && (purpose === 'reset-password' || !account.isConfirmed);
      if (isNeeded) await this.mails.sendCode(purpose, account, now);
    });
  }
}
