import type { TokensDto } from '#contracts';
import { AccessTokens, hashSecret, newSecret, refreshTokenPrefix } from '#platform/security';
import { Injectable } from '@nestjs/common';
import type { Membership } from './account.store.js';
import { SessionStore } from './session.store.js';

/** Makes an access token and the refresh token that goes with it; only the refresh token's hash is kept. */
@Injectable()
export class TokenPairs {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly sessions: SessionStore,
  ) {}

  async issue(membership: Membership, familyId: string, now: string): Promise<TokensDto> {
    const refreshToken = newSecret(refreshTokenPrefix);
    await this.sessions.add({
      hash: hashSecret(refreshToken),
      familyId,
      userId: membership.userId,
      organisationId: membership.organisationId,
      now,
    });
    const { token } = await this.accessTokens.issue(
      { userId: membership.userId, organisationId: membership.organisationId, sessionId: familyId },
      now,
    );
    return {
      accessToken: token,
      tokenType: 'Bearer',
      expiresIn: AccessTokens.lifetimeSeconds,
      refreshToken,
      organisationId: membership.organisationId,
      organisationKind: membership.organisationKind,
      roles: [...membership.roles],
    };
  }
}
