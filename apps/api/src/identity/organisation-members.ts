import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';

/** Who may look after the members of an organisation, and of whom it keeps one at least. */
export const isOwnersRole = (role: string): boolean => role.endsWith('.owner') || role === 'marketplace.administrator';

export interface LockedMember {
  readonly userId: string;
  readonly roles: readonly string[];
}

/** The members of an organisation; none of them comes or goes until the transaction ends. */
export const lockMembers = (tx: Transaction, organisationId: string): Promise<LockedMember[]> =>
  tx.query<LockedMember>(
    `SELECT user_id AS "userId", roles FROM api.membership
      WHERE organisation_id = $1 AND revoked_at IS NULL ORDER BY user_id FOR UPDATE`,
    [organisationId],
  );

/** @throws DomainError `member.last-owner` */
export function ownerRemainsWithout(userId: string, members: readonly LockedMember[]): void {
  const remains = members.some((member) => member.userId !== userId && member.roles.some(isOwnersRole));
  if (!remains) throw new DomainError('member.last-owner');
}

/** Tables with what ends together with a membership, and their column with the member. */
const endedWithMembership = [
  ['membership', 'user_id'],
  ['api_key', 'created_by'],
  ['refresh_token', 'user_id'],
] as const;

export interface EndingMembership {
  readonly organisationId: string;
  readonly userId: string;
  readonly now: string;
}

/**
 * Ends a membership with the keys that the member made, the sessions, and the invitations by and for the person, so that none
 * of them comes back to life should the person join again.
 */
export async function endMembership(tx: Transaction, { organisationId, userId, now }: EndingMembership): Promise<void> {
  for (const [table, member] of endedWithMembership) {
    await tx.query(
      `UPDATE api.${table} SET revoked_at = $3 WHERE organisation_id = $1 AND ${member} = $2 AND revoked_at IS NULL`,
      [organisationId, userId, now],
    );
  }
  await endInvitationsBy(tx, { organisationId, userId, now });
  await tx.query(
    `UPDATE api.invitation SET withdrawn_at = $3
      WHERE organisation_id = $1 AND email = (SELECT email FROM api.user_account WHERE id = $2)
        AND accepted_at IS NULL AND withdrawn_at IS NULL`,
    [organisationId, userId, now],
  );
}

/** Ends the open invitations of who may invite no more. */
export async function endInvitationsBy(
  tx: Transaction,
  { organisationId, userId, now }: EndingMembership,
): Promise<void> {
  await tx.query(
    `UPDATE api.invitation SET withdrawn_at = $3
      WHERE organisation_id = $1 AND invited_by = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL`,
    [organisationId, userId, now],
  );
}
