import { marketplace } from '#access';
import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export interface KnownSession {
  readonly id: string;
  readonly organisationId: string;
  readonly beganAt: Date;
  readonly lastUsedAt: Date;
  readonly program: string | null;
}

/** The sessions of a person, over all her organisations: each is a family of refresh tokens. */
@Injectable()
export class KnownSessionStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Those that haven't ended, in order of their id, after `afterId`. */
  list(userId: string | null, now: string, limit: number, afterId: string | null): Promise<KnownSession[]> {
    return this.database.read(marketplace, (tx) =>
      tx.query<KnownSession>(
        `SELECT family_id AS id, organisation_id AS "organisationId", min(created_at) AS "beganAt",
                max(created_at) AS "lastUsedAt", (array_agg(program ORDER BY created_at DESC))[1] AS program
           FROM api.refresh_token WHERE user_id = $1 AND ($2::uuid IS NULL OR family_id > $2)
          GROUP BY family_id, organisation_id
         HAVING bool_and(revoked_at IS NULL) AND max(expires_at) > $3 ORDER BY family_id LIMIT $4`,
        [userId, afterId, now, limit],
      ),
    );
  }

  /** @throws DomainError `session.not-found` */
  end(userId: string | null, id: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const ended = await tx.execute(
        `UPDATE api.refresh_token SET revoked_at = $3 WHERE user_id = $1 AND family_id = $2 AND revoked_at IS NULL`,
        [userId, id, now],
      );
      if (ended === 0) throw new DomainError('session.not-found');
    });
  }

  endOthers(userId: string | null, keptId: string | null, now: string): Promise<void> {
    return this.database.transaction(marketplace, (tx) => endSessions(tx, { userId, keptId, now }));
  }
}

/** Ends all sessions of a person, in whichever organisation, but one if it is named. */
export async function endSessions(
  tx: Transaction,
  { userId, keptId, now }: { userId: string | null; keptId: string | null; now: string },
): Promise<void> {
  await tx.execute(
    `UPDATE api.refresh_token SET revoked_at = $3
      WHERE user_id = $1 AND family_id IS DISTINCT FROM $2 AND revoked_at IS NULL`,
    [userId, keptId, now],
  );
}
