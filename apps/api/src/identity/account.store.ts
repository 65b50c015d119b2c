import { marketplace, type Role } from '#access';
import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { emailAddressOf } from '#text';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { MailLanguage } from '../mails/mail-templates.js';
import { endSessions } from './known-session.store.js';

export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  /** In which one is written to. */
  readonly language: MailLanguage;
  /** Whether somebody has shown that she reads the mail of the address. */
  readonly isConfirmed: boolean;
}

export interface NewAccount extends Pick<
  Account,
  'email' | 'displayName' | 'passwordHash' | 'language' | 'isConfirmed'
> {
  readonly now: string;
}

export interface Membership {
  readonly userId: string;
  readonly organisationId: string;
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  readonly roles: readonly Role[];
  readonly assistantId: string | null;
}

/** With what a request asks of the person besides. */
export interface LiveMembership extends Membership {
  readonly isConfirmed: boolean;
}

const membershipColumns = `user_id AS "userId", organisation_id AS "organisationId", organisation_kind AS "organisationKind",
  roles, assistant_id AS "assistantId"`;

const membershipOfSession = {
  name: 'membership-of-session',
  text: 'SELECT * FROM api.membership_of_session($1, $2, $3)',
};

/**
 * Accounts and the organisations they belong to. Before somebody has signed in there is no tenant, so these queries run
 * for the marketplace and name account and organisation themselves.
 */
@Injectable()
export class AccountStore {
  constructor(private readonly database: ApiDatabase) {}

  findByEmail(email: string): Promise<Account | null> {
    return this.find('email', emailAddressOf(email));
  }

  findById(userId: string): Promise<Account | null> {
    return this.find('id', userId);
  }

  /** Under which name a person acts; null for nobody. */
  findName(userId: string): Promise<string | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<{ name: string }>(
        `SELECT display_name AS name FROM api.user_account WHERE id = $1`,
        [userId],
      );
      return row?.name ?? null;
    });
  }

  /** The membership of that organisation, or the one joined first. */
  findMembership(userId: string, organisationId: string | null): Promise<Membership | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<Membership>(
        `SELECT ${membershipColumns} FROM api.membership
          WHERE user_id = $1 AND ($2::uuid IS NULL OR organisation_id = $2) AND revoked_at IS NULL
          ORDER BY joined_at, organisation_id LIMIT 1`,
        [userId, organisationId],
      );
      return row ?? null;
    });
  }

  /** The membership that a login acts with, as long as neither the login nor the membership was ended. */
  async findLiveSession(session: {
    sessionId: string;
    userId: string;
    organisationId: string;
  }): Promise<LiveMembership | null> {
    const { userId, organisationId, sessionId } = session;
    const [row] = await this.database.ask<LiveMembership>(membershipOfSession, [userId, organisationId, sessionId]);
    return row ?? null;
  }

  /** @throws DomainError `account.email-taken` */
  async createAccount(tx: Transaction, account: NewAccount): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO api.user_account (id, email, display_name, password_hash, created_at, language, confirmed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING RETURNING id`,
      [
        uuidv7(),
        emailAddressOf(account.email),
        account.displayName,
        account.passwordHash,
        account.now,
        account.language,
        account.isConfirmed ? account.now : null,
      ],
    );
    if (row === undefined) throw new DomainError('account.email-taken', { at: ['owner', 'email'] });
    return row.id;
  }

  /** The same password by another hash; nothing changes if somebody has set another password meanwhile. */
  async renewPassword(userId: string, outdatedHash: string, passwordHash: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(`UPDATE api.user_account SET password_hash = $3 WHERE id = $1 AND password_hash = $2`, [
        userId,
        outdatedHash,
        passwordHash,
      ]),
    );
  }

  /**
   * Another password, which ends the sessions of whoever may know the old one.
   * @throws DomainError `conflict.retry` if it is another than the one it is meant to replace
   */
  setPassword(
    { userId, passwordHash, insteadOf }: { userId: string; passwordHash: string; insteadOf: string },
    { keptSessionId, now }: { keptSessionId: string | null; now: string },
  ): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const set = await tx.execute(
        `UPDATE api.user_account SET password_hash = $2 WHERE id = $1 AND password_hash = $3`,
        [userId, passwordHash, insteadOf],
      );
      if (set === 0) throw new DomainError('conflict.retry');
      await endSessions(tx, { userId, keptId: keptSessionId, now });
    });
  }

  async confirm(tx: Transaction, userId: string, now: string): Promise<void> {
    await tx.query('UPDATE api.user_account SET confirmed_at = coalesce(confirmed_at, $2) WHERE id = $1', [
      userId,
      now,
    ]);
  }

  private find(column: 'id' | 'email', value: string | null): Promise<Account | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<Account>(
        `SELECT id AS "userId", email, display_name AS "displayName", password_hash AS "passwordHash", language,
                confirmed_at IS NOT NULL AS "isConfirmed"
           FROM api.user_account WHERE ${column} = $1 AND deleted_at IS NULL`,
        [value],
      );
      return row ?? null;
    });
  }

  async addMembership(tx: Transaction, membership: Membership & { now: string }): Promise<void> {
    await tx.query(
      `INSERT INTO api.membership (user_id, organisation_id, organisation_kind, roles, assistant_id, joined_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (user_id, organisation_id) DO UPDATE
         SET roles = excluded.roles, assistant_id = excluded.assistant_id, joined_at = excluded.joined_at, revoked_at = NULL`,
      [
        membership.userId,
        membership.organisationId,
        membership.organisationKind,
        membership.roles,
        membership.assistantId,
        membership.now,
      ],
    );
  }
}
