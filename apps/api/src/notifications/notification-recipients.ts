import { administrators, marketplace, type Role } from '#access';
import type { MailChoices, NotificationLanguage, Reader } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type Side, sides } from './notice-table.js';

/** Somebody as a member of an organisation, and how she is written to. */
export interface Recipient extends Reader {
  readonly userId: string;
  readonly organisationId: string;
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  readonly roles: readonly Role[];
  readonly assistantId: string | null;
  readonly email: string;
  readonly displayName: string;
  readonly language: NotificationLanguage;
  /** In which it is morning for her. */
  readonly timeZone: string;
  readonly mail: MailChoices;
}

/** Beside `api.membership m` and `api.user_account a`: hers, or else her business's or her listing's. */
const readerColumns = `a.email, a.display_name AS "displayName", a.language,
  a.confirmed_at IS NOT NULL AS "isConfirmed", coalesce(p.mail, '{}') AS mail,
  coalesce(p.time_zone, b.time_zone, s.time_zone, 'UTC') AS "timeZone"`;
const readerJoins = `JOIN api.user_account a ON a.id = m.user_id AND a.deleted_at IS NULL
  LEFT JOIN api.notification_preference p ON p.user_id = m.user_id
  LEFT JOIN api.business b ON b.id = m.organisation_id
  LEFT JOIN api.assistant s ON s.id = m.assistant_id`;

const columns = `m.user_id AS "userId", m.organisation_id AS "organisationId", m.organisation_kind AS "organisationKind",
  m.roles, m.assistant_id AS "assistantId", ${readerColumns}`;

@Injectable()
export class NotificationRecipients {
  constructor(private readonly database: ApiDatabase) {}

  /** Members of the organisations who have one of the roles; administrators belong to none of them. */
  withRoles(tx: Transaction, roles: readonly Role[], organisationIds: readonly string[]): Promise<Recipient[]> {
    const ofMarketplace = roles.some((role) => (administrators as readonly Role[]).includes(role));
    return tx.query<Recipient>(
      `SELECT ${columns} FROM api.membership m ${readerJoins}
        WHERE m.revoked_at IS NULL AND m.roles && $1
          AND (m.organisation_id = ANY ($2) ${ofMarketplace ? `OR m.organisation_kind = 'marketplace'` : ''})
        ORDER BY m.user_id`,
      [roles, organisationIds],
    );
  }

  /** Somebody in one of her organisations; null where she left. */
  one(userId: string, organisationId: string): Promise<Recipient | null> {
    return this.database.read(marketplace, async (tx) => {
      const [found] = await tx.query<Recipient>(
        `SELECT ${columns} FROM api.membership m ${readerJoins}
          WHERE m.user_id = $1 AND m.organisation_id = $2 AND m.revoked_at IS NULL`,
        [userId, organisationId],
      );
      return found ?? null;
    });
  }
}

/**
 * On which of the sides that are told somebody stands; null for none. An assistant is told of her own work alone, unless she
 * is told for her agency.
 */
export function sideOf(
  { roles, assistantId }: Pick<Recipient, 'roles' | 'assistantId'>,
  told: Readonly<Partial<Record<Side, readonly Role[]>>>,
  aboutAssistantId: string | null,
): Side | null {
  const isTold = (side: Side): boolean =>
    (told[side] ?? []).some((role) => roles.includes(role)) &&
    (side !== 'assistant' || (assistantId !== null && assistantId === aboutAssistantId));
  return sides.find(isTold) ?? null;
}
