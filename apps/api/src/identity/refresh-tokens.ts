import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '#domain';
import type { TokensDto } from '#contracts';
import { hashSecret } from '#platform/security';
import { AccountStore } from './account.store.js';
import { SessionStore } from './session.store.js';
import { TokenPairs } from './token-pairs.js';

export class RefreshTokens extends Command<TokensDto> {
  constructor(
    readonly refreshToken: string,
    readonly now: string,
  ) {
    super();
  }
}

/** Exchanges a refresh token for a new pair. The spent one coming back is a sign of theft: its family ends. */
@CommandHandler(RefreshTokens)
export class RefreshTokensHandler implements ICommandHandler<RefreshTokens> {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: AccountStore,
    private readonly pairs: TokenPairs,
  ) {}

  async execute(command: RefreshTokens): Promise<TokensDto> {
    const { outcome, token } = await this.sessions.spend(hashSecret(command.refreshToken), command.now);
    if (outcome === 'reused') throw new DomainError('refresh-token.reused');
    if (token === null) throw new DomainError('refresh-token.invalid');
    const membership = await this.accounts.findMembership(token.userId, token.organisationId);
    if (membership === null) throw new DomainError('account.no-membership');
    return this.pairs.issue(membership, token.familyId, command.now);
  }
}
