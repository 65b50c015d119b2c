import type { MemberDto } from '#contracts';
import { DomainError } from '#domain';
import type { Database, Scope } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

type MemberRow = Omit<MemberDto, 'joinedAt'> & { joinedAt: Date };

@Injectable()
export class MemberStore {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  /** Members in order of their user id, after `afterUserId`. */
  list(scope: Scope, organisationId: string, limit: number, afterUserId: string | null): Promise<MemberDto[]> {
    return this.database.transaction(scope, async (tx) => {
      const rows = await tx.query<MemberRow>(
        `SELECT m.user_id AS "userId", a.display_name AS "displayName", a.email, m.roles,
                m.assistant_id AS "assistantId", m.joined_at AS "joinedAt"
           FROM api.membership m JOIN api.user_account a ON a.id = m.user_id
          WHERE m.organisation_id = $1 AND m.revoked_at IS NULL AND ($2::uuid IS NULL OR m.user_id > $2)
          ORDER BY m.user_id LIMIT $3`,
        [organisationId, afterUserId, limit],
      );
      return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }));
    });
  }

  /**
   * Ends a membership: its keys and sessions stop working at once, because both are resolved through it.
   * @throws DomainError `member.not-found`, `member.last-owner`
   */
  remove(scope: Scope, organisationId: string, userId: string, now: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      const members = await tx.query<{ userId: string; roles: string[] }>(
        `SELECT user_id AS "userId", roles FROM api.membership
          WHERE organisation_id = $1 AND revoked_at IS NULL ORDER BY user_id FOR UPDATE`,
        [organisationId],
      );
      if (!members.some((member) => member.userId === userId)) throw new DomainError('member.not-found');
      const ownerRemains = members.some((m) => m.userId !== userId && m.roles.some((role) => role.endsWith('.owner')));
      if (!ownerRemains) throw new DomainError('member.last-owner');
      await tx.query(`UPDATE api.membership SET revoked_at = $3 WHERE organisation_id = $1 AND user_id = $2`, [
        organisationId,
        userId,
        now,
      ]);
    });
  }
}
