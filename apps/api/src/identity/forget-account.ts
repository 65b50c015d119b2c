import { pseudonymOf } from '#domain';
import type { Transaction } from '#platform/database';

/**
 * Address, name and password of an account go, with mail to her and her notifications. What has to be kept names its person by a
 * pseudonym, clearances that she gave among it. With `unless it belongs elsewhere` an account that has a membership left is left alone.
 */
export async function forgetAccount(
  tx: Transaction,
  userId: string,
  now: string,
  when: 'in any case' | 'unless it belongs elsewhere',
): Promise<void> {
  const [account] = await tx.query<{ email: string }>('SELECT email FROM api.user_account WHERE id = $1 FOR UPDATE', [
    userId,
  ]);
  const pseudonym = pseudonymOf(userId);
  const [forgotten] = await tx.query(
    `UPDATE api.user_account
        SET email = 'deleted-' || id || '@account.invalid', display_name = $4, password_hash = '', deleted_at = $2
      WHERE id = $1 AND ($3 OR NOT EXISTS (
        SELECT 1 FROM api.membership WHERE membership.user_id = user_account.id AND revoked_at IS NULL))
      RETURNING id`,
    [userId, now, when === 'in any case', pseudonym],
  );
  if (forgotten === undefined) return;
  await tx.query('UPDATE api.clearance SET assessor_name = $2 WHERE assessor_user_id = $1', [userId, pseudonym]);
  for (const told of ['notification', 'notification_preference', 'account_code']) {
    await tx.query(`DELETE FROM api.${told} WHERE user_id = $1`, [userId]);
  }
  await tx.query('UPDATE api.refresh_token SET program = NULL, used_by = NULL WHERE user_id = $1', [userId]);
  const email = account?.email ?? '';
  await tx.query(`UPDATE api.mail SET recipient = 'deleted@account.invalid', due_at = NULL WHERE recipient = $1`, [
    email,
  ]);
  await tx.query(`UPDATE api.invitation SET email = 'deleted-' || id || '@account.invalid' WHERE email = $1`, [email]);
}
