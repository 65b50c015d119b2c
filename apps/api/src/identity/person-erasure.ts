import { DomainError, type ErasureHindrance, pseudonymOf } from '#domain';
import type { Transaction } from '#platform/database';
import { forgetAccount } from './forget-account.js';
import { endMembership, lockMembers, ownerRemainsWithout } from './organisation-members.js';

/**
 * Takes a person out of all that names her: she leaves her organisations, her account is forgotten, and what was agreed and done names
 * her by a pseudonym. In the marketplace's scope.
 * @throws DomainError `member.last-owner`
 */
export async function erasePerson(tx: Transaction, userId: string, now: string): Promise<string> {
  const pseudonym = pseudonymOf(userId);
  const assistantIds = await assistantsOf(tx, userId);
  await leaveAll(tx, userId, now);
  await forgetAccount(tx, userId, now, 'in any case');
  await tx.query(
    `UPDATE api.assistant SET display_name = $2, external_ref = NULL
      WHERE id = ANY ($1) AND status IN ('draft', 'withdrawn')`,
    [assistantIds, pseudonym],
  );
  return pseudonym;
}

/** What would have to be settled before she can be erased. In the marketplace's scope. */
export async function hindrancesOf(tx: Transaction, userId: string): Promise<ErasureHindrance[]> {
  const [row] = await tx.query<{ lastOwner: boolean; engaged: boolean; listed: boolean }>(
    `SELECT EXISTS (SELECT FROM api.membership m WHERE m.user_id = $1 AND m.revoked_at IS NULL AND NOT EXISTS (
              SELECT FROM api.membership o, unnest(o.roles) AS role
               WHERE o.organisation_id = m.organisation_id AND o.user_id <> $1 AND o.revoked_at IS NULL
                 AND (role LIKE '%.owner' OR role = 'marketplace.administrator'))) AS "lastOwner",
            EXISTS (SELECT FROM api.membership m JOIN api.engagement e ON e.assistant_id = m.assistant_id
                     WHERE m.user_id = $1 AND e.status = 'active') AS engaged,
            EXISTS (SELECT FROM api.membership m JOIN api.assistant a ON a.id = m.assistant_id
                     WHERE m.user_id = $1 AND a.status NOT IN ('draft', 'withdrawn')) AS listed`,
    [userId],
  );
  if (row === undefined) throw new DomainError('erasure.not-found');
  return [
    ...(row.lastOwner ? (['last-owner'] as const) : []),
    ...(row.engaged ? (['still-engaged'] as const) : []),
    ...(row.listed ? (['still-listed'] as const) : []),
  ];
}

/** Whom she is, in whichever agency. */
async function assistantsOf(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT DISTINCT assistant_id AS id FROM api.membership WHERE user_id = $1 AND assistant_id IS NOT NULL',
    [userId],
  );
  return rows.map(({ id }) => id);
}

/** In the order of their ids, so that two who do this at once wait for each other in the same order. */
async function leaveAll(tx: Transaction, userId: string, now: string): Promise<void> {
  const memberships = await tx.query<{ organisationId: string }>(
    `SELECT organisation_id AS "organisationId" FROM api.membership
      WHERE user_id = $1 AND revoked_at IS NULL ORDER BY organisation_id`,
    [userId],
  );
  for (const { organisationId } of memberships) {
    ownerRemainsWithout(userId, await lockMembers(tx, organisationId));
    await endMembership(tx, { organisationId, userId, now });
  }
}
