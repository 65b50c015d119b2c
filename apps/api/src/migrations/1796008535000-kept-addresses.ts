import { ForwardMigration } from '#platform/database';
import { emailAddressOf } from '#text';
import type { QueryRunner } from 'typeorm';

/**
 * However somebody writes an e-mail address, it is one: composed, in lower case, its domain as DNS knows it. PostgreSQL's
 * `lower` folds what the database's locale folds, so that is said by the program alone from here on, and the addresses
 * that are there are brought to it. Of several accounts that turn out to have one address, the one that is written so
 * already keeps it, or else the oldest: it can't be told whether the others are the same person's, so they keep their
 * spelling, by which nobody signs in, and the people in their organisations remain.
 */
export class KeptAddresses1796008535000 extends ForwardMigration {
  readonly statements = ['ALTER TABLE api.user_account DROP CONSTRAINT user_account_email_check'];

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await keepAccounts(runner);
    await keep(runner, 'invitation', 'email');
    await keep(runner, 'agency', 'contact_email');
    await keep(runner, 'business', 'contact_email');
  }
}

interface Written {
  readonly id: string;
  readonly address: string;
}

async function keepAccounts(runner: QueryRunner): Promise<void> {
  const accounts = (await runner.query(
    'SELECT id, email AS address FROM api.user_account ORDER BY created_at, id',
  )) as Written[];
  const taken = new Set(accounts.map(({ address }) => address));
  for (const { id, address } of accounts) {
    const kept = emailAddressOf(address);
    if (kept === null || taken.has(kept)) continue;
    taken.add(kept);
    await runner.query('UPDATE api.user_account SET email = $2 WHERE id = $1', [id, kept]);
  }
}

async function keep(runner: QueryRunner, table: string, column: string): Promise<void> {
  const rows = (await runner.query(`SELECT id, ${column} AS address FROM api.${table}`)) as Written[];
  for (const { id, address } of rows) {
    const kept = emailAddressOf(address);
    if (kept === null || kept === address) continue;
    await runner.query(`UPDATE api.${table} SET ${column} = $2 WHERE id = $1`, [id, kept]);
  }
}
