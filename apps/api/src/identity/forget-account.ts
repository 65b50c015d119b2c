import type { Transaction } from '#platform/database';

/**
 * Address, name and password of an account go. What has to be kept names its person by an id that says nothing of her any more,
 * clearances that she gave among it. With `unless it belongs elsewhere` an account that has a membership left is left alone.
 */
export async function forgetAccount(
  tx: Transaction,
  userId: string,
  now: string,
  when: 'in any case' | 'unless it belongs elsewhere',
): Promise<void> {
  const [forgotten] = await tx.query(
    `UPDATE api.user_account
        SET email = 'deleted-' || id || '@account.invalid', display_name = 'Deleted', password_hash = '', deleted_at = $2
      WHERE id = $1 AND ($3 OR NOT EXISTS (
        SELECT 1 FROM api.membership WHERE membership.user_id = user_account.id AND revoked_at IS NULL))
      RETURNING id`,
    [userId, now, when === 'in any case'],
  );
  if (forgotten === undefined) return;
  await tx.query(`UPDATE api.clearance SET assessor_name = 'Deleted' WHERE assessor_user_id = $1`, [userId]);
  for (const told of ['notification', 'notification_preference']) {
    await tx.query(`DELETE FROM api.${told} WHERE user_id = $1`, [userId]);
  }
  await tx.query('UPDATE api.refresh_token SET program = NULL, used_by = NULL WHERE user_id = $1', [userId]);
}
