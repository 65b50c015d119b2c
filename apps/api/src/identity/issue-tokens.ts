import type { TokensDto } from '#contracts';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '../command-of.js';
import { AccountStore } from './account.store.js';
import { PasswordCheck } from './password-check.js';
import { TokenPairs } from './token-pairs.js';

export class IssueTokens extends commandOf<
  { email: string; password: string; organisationId: string | null; now: string },
  TokensDto
>() {}

/** Gives a pair of tokens for a password. A wrong password and an unknown address take the same time and answer. */
@CommandHandler(IssueTokens)
export class IssueTokensHandler implements ICommandHandler<IssueTokens> {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordCheck,
    private readonly pairs: TokenPairs,
  ) {}

  async execute(command: IssueTokens): Promise<TokensDto> {
    const account = await this.accounts.findByEmail(command.email);
    await this.passwords.assertRight(account, command);
    if (account === null) throw new DomainError('account.wrong-credentials');
    const membership = await this.accounts.findMembership(account.userId, command.organisationId);
    if (membership === null) throw new DomainError('account.no-membership');
    return this.pairs.begin(membership, command.now);
  }
}
