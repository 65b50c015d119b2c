import { marketplace } from '#access';
import { hashSecret, newSecret } from '#platform/security';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export type CodePurpose = 'confirm-address' | 'reset-password';

const hoursOf: Readonly<Record<CodePurpose, number>> = { 'confirm-address': 48, 'reset-password': 1 };
/** Codes of one kind that an account gets in an hour: nobody's mailbox is filled by others. */
const mostInAnHour = 5;

/** Codes that are sent to an address, and show that whoever has one reads its mail. Each works once. */
@Injectable()
export class AccountCodeStore {
  constructor(private readonly database: ApiDatabase) {}

  /** A new code; null where there were too many. Codes that were sent before go on working. */
  issue(userId: string, purpose: CodePurpose, now: string): Promise<string | null> {
    return this.database.transaction(marketplace, async (tx) => {
      await tx.query('SELECT FROM api.user_account WHERE id = $1 FOR UPDATE', [userId]);
      const recent = await tx.query(
        `SELECT FROM api.account_code
          WHERE user_id = $1 AND purpose = $2 AND created_at > $3::timestamptz - interval '1 hour'`,
        [userId, purpose, now],
      );
      if (recent.length >= mostInAnHour) return null;
      const code = newSecret('ajc_');
      await tx.query(
        `INSERT INTO api.account_code (code_hash, user_id, purpose, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $4::timestamptz + make_interval(hours => $5))`,
        [hashSecret(code), userId, purpose, now, hoursOf[purpose]],
      );
      return code;
    });
  }

  /** Whose code it is, as long as it works. */
  find(code: string, purpose: CodePurpose, now: string): Promise<string | null> {
    return this.database.read(marketplace, async (tx) => {
      const [row] = await tx.query<{ userId: string }>(
        `SELECT user_id AS "userId" FROM api.account_code
          WHERE code_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
        [hashSecret(code), purpose, now],
      );
      return row?.userId ?? null;
    });
  }

  /** Uses a code in the ambient transaction, and with it all of its kind that the account has; says whose it is. */
  use(code: string, purpose: CodePurpose, now: string): Promise<string | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<{ userId: string }>(
        `UPDATE api.account_code SET used_at = $3
          WHERE code_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 RETURNING user_id AS "userId"`,
        [hashSecret(code), purpose, now],
      );
      if (row === undefined) return null;
      await tx.query(
        `UPDATE api.account_code SET used_at = $3 WHERE user_id = $1 AND purpose = $2 AND used_at IS NULL`,
        [row.userId, purpose, now],
      );
      return row.userId;
    });
  }
}
