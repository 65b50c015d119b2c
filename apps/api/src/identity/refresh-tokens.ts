import { marketplace } from '#access';
import type { TokensDto } from '#contracts';
import { DomainError } from '#domain';
import { hashSecret } from '#platform/security';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { AccountStore } from './account.store.js';
import { currentClient } from './current-client.js';
import { SessionStore } from './session.store.js';
import { TokenPairs } from './token-pairs.js';

export class RefreshTokens extends commandOf<{ refreshToken: string; now: string }, TokensDto>() {}

/**
 * Exchanges a refresh token for a new pair; asked again within moments by the same client, for the same one. The spent one coming
 * back later, or from elsewhere, is a sign of theft: its family ends.
 */
@CommandHandler(RefreshTokens)
export class RefreshTokensHandler implements ICommandHandler<RefreshTokens> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly sessions: SessionStore,
    private readonly accounts: AccountStore,
    private readonly pairs: TokenPairs,
  ) {}

  async execute(command: RefreshTokens): Promise<TokensDto> {
    const pair = await this.database.transaction(marketplace, () => this.exchange(command));
    // Thrown out here, as the end of the family has to be committed.
    if (pair === 'reused') throw new DomainError('refresh-token.reused');
    return pair;
  }

  /** One transaction, so that a theft that is noticed meanwhile ends the new pair too, and a failure spends nothing. */
  private async exchange(command: RefreshTokens): Promise<TokensDto | 'reused'> {
    const { refreshToken, now } = command;
    const spending = await this.sessions.spend(hashSecret(refreshToken), currentClient(), now);
    if (spending.outcome === 'reused') return 'reused';
    if (spending.outcome === 'unknown') throw new DomainError('refresh-token.invalid');
    const { token, usedAt } = spending;
    const membership = await this.accounts.findMembership(token.userId, token.organisationId);
    if (membership === null) throw new DomainError('account.no-membership');
    return spending.outcome === 'spent'
      ? this.pairs.follow(membership, token.familyId, refreshToken, usedAt)
      : this.pairs.repeat(membership, token.familyId, refreshToken, usedAt);
  }
}
