import type { TokensDto } from '#contracts';
import { AccessTokens, hashSecret, newSecret, refreshTokenPrefix } from '#platform/security';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import type { Membership } from './account.store.js';
import { currentClient } from './current-client.js';
import { SessionStore } from './session.store.js';

/** Makes an access token and the refresh token that goes with it; only the refresh token's hash is kept. */
@Injectable()
export class TokenPairs {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly sessions: SessionStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** The first pair of a session. */
  async begin(membership: Membership, now: string): Promise<TokensDto> {
    const familyId = uuidv7();
    const refreshToken = newSecret(refreshTokenPrefix);
    await this.keep(membership, familyId, refreshToken, now);
    return this.pair(membership, familyId, refreshToken, now);
  }

  /** The pair that comes after a refresh token which was spent at that instant. */
  async follow(membership: Membership, familyId: string, spent: string, at: string): Promise<TokensDto> {
    const successor = this.successorOf(spent);
    await this.keep(membership, familyId, successor, at);
    return this.pair(membership, familyId, successor, at);
  }

  /** The same pair again. */
  repeat(membership: Membership, familyId: string, spent: string, at: string): Promise<TokensDto> {
    return this.pair(membership, familyId, this.successorOf(spent), at);
  }

  /** Follows from the spent one, so that it can be given again although nobody kept it. */
  private successorOf(spent: string): string {
    const hmac = createHmac('sha256', this.settings.tokenSecret).update(`the refresh token after ${spent}`);
    return `${refreshTokenPrefix}${hmac.digest('base64url')}`;
  }

  private keep(membership: Membership, familyId: string, refreshToken: string, now: string): Promise<void> {
    const { userId, organisationId } = membership;
    const { program } = currentClient();
    return this.sessions.add({ hash: hashSecret(refreshToken), familyId, userId, organisationId, program, now });
  }

  private async pair(membership: Membership, familyId: string, refreshToken: string, at: string): Promise<TokensDto> {
    const { userId, organisationId, organisationKind, roles } = membership;
    const { token } = await this.accessTokens.issue({ userId, organisationId, sessionId: familyId }, at);
    return {
      accessToken: token,
      tokenType: 'Bearer',
      expiresIn: AccessTokens.lifetimeSeconds,
      refreshToken,
      organisationId,
      organisationKind,
      roles: [...roles],
    };
  }
}
