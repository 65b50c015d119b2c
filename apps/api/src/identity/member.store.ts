import type { MemberDto } from '#contracts';
import { DomainError } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { RolesToGive } from './given-roles.js';
import {
  endInvitationsBy,
  type EndingMembership,
  endMembership,
  isOwnersRole,
  lockMembers,
  ownerRemainsWithout,
} from './organisation-members.js';

type MemberRow = Omit<MemberDto, 'joinedAt'> & { joinedAt: Date };

const listed = `SELECT m.user_id AS "userId", a.display_name AS "displayName", a.email, m.roles,
         m.assistant_id AS "assistantId", m.joined_at AS "joinedAt"
    FROM api.membership m JOIN api.user_account a ON a.id = m.user_id
   WHERE m.organisation_id = $1 AND m.revoked_at IS NULL`;

const memberOf = (row: MemberRow): MemberDto => ({ ...row, joinedAt: row.joinedAt.toISOString() });

@Injectable()
export class MemberStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Members in order of their user id, after `afterUserId`. */
  list(scope: Scope, organisationId: string, limit: number, afterUserId: string | null): Promise<MemberDto[]> {
    return this.database.transaction(scope, async (tx) => {
      const rows = await tx.query<MemberRow>(
        `${listed} AND ($2::uuid IS NULL OR m.user_id > $2) ORDER BY m.user_id LIMIT $3`,
        [organisationId, afterUserId, limit],
      );
      return rows.map(memberOf);
    });
  }

  /**
   * Ends a membership with all that hangs on it.
   * @throws DomainError `member.not-found`, `member.last-owner`
   */
  remove(scope: Scope, { organisationId, userId, now }: EndingMembership): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      const members = await lockMembers(tx, organisationId);
      if (!members.some((member) => member.userId === userId)) throw new DomainError('member.not-found');
      ownerRemainsWithout(userId, members);
      await endMembership(tx, { organisationId, userId, now });
    });
  }

  /**
   * Gives a member these roles in the place of the present ones, which works at once.
   * @throws DomainError `member.not-found`, `member.last-owner`
   */
  changeRoles(
    scope: Scope,
    { organisationId, userId, now }: EndingMembership,
    { roles, assistantId }: RolesToGive,
  ): Promise<MemberDto> {
    return this.database.transaction(scope, async (tx) => {
      const members = await lockMembers(tx, organisationId);
      if (!members.some((member) => member.userId === userId)) throw new DomainError('member.not-found');
      if (!roles.some(isOwnersRole)) {
        ownerRemainsWithout(userId, members);
        await endInvitationsBy(tx, { organisationId, userId, now });
      }
      await tx.query(
        `UPDATE api.membership SET roles = $3, assistant_id = $4
          WHERE organisation_id = $1 AND user_id = $2 AND revoked_at IS NULL`,
        [organisationId, userId, roles, assistantId],
      );
      const [row] = await tx.query<MemberRow>(`${listed} AND m.user_id = $2`, [organisationId, userId]);
      return memberOf(row!);
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
