import { marketplace } from '#access';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { Client } from './current-client.js';

export interface RefreshToken {
  /** The login that the token descends from; access tokens name it as their session. */
  readonly familyId: string;
  readonly userId: string;
  readonly organisationId: string;
}

interface KnownToken extends RefreshToken {
  readonly usedAt: Date | null;
  readonly usedBy: string | null;
}

/** What became of a refresh token; `repeated` is told with the instant at which it had been used. */
export type Spending =
  | { readonly outcome: 'spent' | 'repeated'; readonly token: RefreshToken; readonly usedAt: string }
  | { readonly outcome: 'reused' }
  | { readonly outcome: 'unknown' };

const refreshTokenDays = 30;
/** So long an answer may be on its way, or be lost and asked for again. */
const repeatableMs = 10_000;

/**
 * Families of refresh tokens: each token works once. One that comes again within ten seconds from the same client is a
 * second tab, or an answer that got lost; any other that comes a second time ends its family.
 */
@Injectable()
export class SessionStore {
  constructor(private readonly database: ApiDatabase) {}

  add(token: RefreshToken & { hash: string; program: string | null; now: string }): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      await tx.query(
        `INSERT INTO api.refresh_token (token_hash, family_id, user_id, organisation_id, program, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6::timestamptz + make_interval(days => $7))`,
        [token.hash, token.familyId, token.userId, token.organisationId, token.program, token.now, refreshTokenDays],
      );
    });
  }

  /** Marks the token as used, or ends its family. */
  spend(hash: string, client: Client, now: string): Promise<Spending> {
    return this.database.transaction(marketplace, async (tx) => {
      const [known] = await tx.query<KnownToken>(
        `SELECT family_id AS "familyId", user_id AS "userId", organisation_id AS "organisationId", used_at AS "usedAt",
                used_by AS "usedBy"
           FROM api.refresh_token
          WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2 FOR UPDATE`,
        [hash, now],
      );
      if (known === undefined) return { outcome: 'unknown' };
      const { usedAt, usedBy, ...token } = known;
      if (usedAt === null) {
        await tx.query(`UPDATE api.refresh_token SET used_at = $2, used_by = $3 WHERE token_hash = $1`, [
          hash,
          now,
          client.hash,
        ]);
        return { outcome: 'spent', token, usedAt: now };
      }
      const isSoon = Date.parse(now) - usedAt.getTime() <= repeatableMs;
      if (isSoon && usedBy === client.hash) return { outcome: 'repeated', token, usedAt: usedAt.toISOString() };
      await revoke(tx, token.familyId, now);
      return { outcome: 'reused' };
    });
  }

  endFamily(hash: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const [token] = await tx.query<{ familyId: string }>(
        `SELECT family_id AS "familyId" FROM api.refresh_token WHERE token_hash = $1`,
        [hash],
      );
      if (token !== undefined) await revoke(tx, token.familyId, now);
    });
  }
}

async function revoke(tx: Transaction, familyId: string, now: string): Promise<void> {
  await tx.query(`UPDATE api.refresh_token SET revoked_at = $2 WHERE family_id = $1 AND revoked_at IS NULL`, [
    familyId,
    now,
  ]);
}
