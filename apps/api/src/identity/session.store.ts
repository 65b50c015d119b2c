import { marketplace } from '#access';
import type { Database } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

export interface RefreshToken {
  /** The login that the token descends from; access tokens name it as their session. */
  readonly familyId: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly usedAt: string | null;
}

const refreshTokenDays = 30;

/** Families of refresh tokens: each token works once, and one that comes back a second time ends its family. */
@Injectable()
export class SessionStore {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  add(token: Omit<RefreshToken, 'usedAt'> & { hash: string; now: string }): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      await tx.query(
        `INSERT INTO api.refresh_token (token_hash, family_id, user_id, organisation_id, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $5::timestamptz + make_interval(days => $6))`,
        [token.hash, token.familyId, token.userId, token.organisationId, token.now, refreshTokenDays],
      );
    });
  }

  /** Marks the token as used. Says `reused` when it had been used before and ends the family then. */
  spend(hash: string, now: string): Promise<{ outcome: 'spent' | 'reused' | 'unknown'; token: RefreshToken | null }> {
    return this.database.transaction(marketplace, async (tx) => {
      const [token] = await tx.query<RefreshToken>(
        `SELECT family_id AS "familyId", user_id AS "userId", organisation_id AS "organisationId", used_at AS "usedAt"
           FROM api.refresh_token
          WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2 FOR UPDATE`,
        [hash, now],
      );
      if (token === undefined) return { outcome: 'unknown', token: null };
      if (token.usedAt !== null) {
        await tx.query(`UPDATE api.refresh_token SET revoked_at = $2 WHERE family_id = $1 AND revoked_at IS NULL`, [
          token.familyId,
          now,
        ]);
        return { outcome: 'reused', token };
      }
      await tx.query(`UPDATE api.refresh_token SET used_at = $2 WHERE token_hash = $1`, [hash, now]);
      return { outcome: 'spent', token };
    });
  }

  endFamily(hash: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      await tx.query(
        `UPDATE api.refresh_token SET revoked_at = $2
          WHERE revoked_at IS NULL AND family_id = (SELECT family_id FROM api.refresh_token WHERE token_hash = $1)`,
        [hash, now],
      );
    });
  }
}
