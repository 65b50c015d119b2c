import type { MemberDto } from '#contracts';
import { DomainError } from '#domain';
import type { Database, Scope, Transaction } from '#platform/database';
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
   * Ends a membership with the keys that the member made and the sessions, so that none of them comes back to life
   * should the person join again.
   * @throws DomainError `member.not-found`, `member.last-owner`
   */
  remove(scope: Scope, organisationId: string, userId: string, now: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      const members = await lockMembers(tx, organisationId);
      if (!members.some((member) => member.userId === userId)) throw new DomainError('member.not-found');
      ownerRemainsWithout(userId, members);
      for (const [table, member] of endedWithMembership) {
        await tx.query(
          `UPDATE api.${table} SET revoked_at = $3 WHERE organisation_id = $1 AND ${member} = $2 AND revoked_at IS NULL`,
          [organisationId, userId, now],
        );
      }
    });
  }

  /**
   * For a change that takes the owner's role from a member; nobody of the organisation comes or goes until it commits.
   * @throws DomainError `member.last-owner` if the member is its only owner
   */
  assertOwnerRemains(organisationId: string, userId: string): Promise<void> {
    return this.database.transaction({ kind: 'organisation', organisationId }, async (tx) => {
      const members = await lockMembers(tx, organisationId);
      if (members.some((member) => member.userId === userId)) ownerRemainsWithout(userId, members);
    });
  }
}

export const isOwnersRole = (role: string): boolean => role.endsWith('.owner');

/** Tables with what ends together, and their column with the member. */
const endedWithMembership = [
  ['membership', 'user_id'],
  ['api_key', 'created_by'],
  ['refresh_token', 'user_id'],
] as const;

interface LockedMember {
  readonly userId: string;
  readonly roles: readonly string[];
}

const lockMembers = (tx: Transaction, organisationId: string): Promise<LockedMember[]> =>
  tx.query<LockedMember>(
    `SELECT user_id AS "userId", roles FROM api.membership
      WHERE organisation_id = $1 AND revoked_at IS NULL ORDER BY user_id FOR UPDATE`,
    [organisationId],
  );

function ownerRemainsWithout(userId: string, members: readonly LockedMember[]): void {
  const remains = members.some((member) => member.userId !== userId && member.roles.some(isOwnersRole));
  if (!remains) throw new DomainError('member.last-owner');
}
