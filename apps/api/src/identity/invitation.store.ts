import { marketplace, type Role } from '#access';
import { DomainError } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { MailLanguage } from '../mails/mail-templates.js';

export interface OpenInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  readonly email: string;
  readonly roles: Role[];
  readonly assistantId: string | null;
  readonly language: MailLanguage;
}

/** The token of the mail shows that whoever has it reads the mail of the address. */
export interface TakenInvitation extends OpenInvitation {
  readonly isByMail: boolean;
}

interface Inviting {
  readonly invitedBy: string | null;
  readonly invitedByKey: string | null;
}

export interface ListedInvitation extends Pick<OpenInvitation, 'id' | 'email' | 'roles' | 'assistantId'> {
  readonly invitedBy: string | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

const invitationDays = 14;
const isOpen = 'accepted_at IS NULL AND withdrawn_at IS NULL';

@Injectable()
export class InvitationStore {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `auth.forbidden` for who has been removed meanwhile, and whose invitations have ended */
  add(
    scope: Scope,
    invitation: OpenInvitation & Inviting & { hash: string; mailHash: string; now: string },
  ): Promise<{ expiresAt: Date }> {
    return this.database.transaction(scope, async (tx) => {
      const inviter = await tx.query(
        `SELECT FROM api.membership WHERE user_id = $1 AND organisation_id = $2 AND revoked_at IS NULL FOR SHARE`,
        [invitation.invitedBy, invitation.organisationId],
      );
      if (inviter.length === 0) throw new DomainError('auth.forbidden');
      const [row] = await tx.query<{ expiresAt: Date }>(
        `INSERT INTO api.invitation (id, organisation_id, organisation_kind, email, roles, assistant_id, token_hash,
                                     invited_by, invited_by_key, created_at, mail_token_hash, language, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10::timestamptz + make_interval(days => ${invitationDays}))
         RETURNING expires_at AS "expiresAt"`,
        [
          invitation.id,
          invitation.organisationId,
          invitation.organisationKind,
          invitation.email,
          invitation.roles,
          invitation.assistantId,
          invitation.hash,
          invitation.invitedBy,
          invitation.invitedByKey,
          invitation.now,
          invitation.mailHash,
          invitation.language,
        ],
      );
      return row!;
    });
  }

  /** The open ones of an organisation, in order of their id, after `afterId`. */
  list(
    scope: Scope,
    { organisationId, now }: { organisationId: string; now: string },
    limit: number,
    afterId: string | null,
  ): Promise<ListedInvitation[]> {
    return this.database.read(scope, (tx) =>
      tx.query<ListedInvitation>(
        `SELECT id, email, roles, assistant_id AS "assistantId", invited_by AS "invitedBy", created_at AS "invitedAt",
                expires_at AS "expiresAt"
           FROM api.invitation
          WHERE organisation_id = $1 AND ${isOpen} AND expires_at > $2 AND ($3::uuid IS NULL OR id > $3)
          ORDER BY id LIMIT $4`,
        [organisationId, now, afterId, limit],
      ),
    );
  }

  /** @throws DomainError `invitation.not-found` */
  withdraw(scope: Scope, organisationId: string, id: string, now: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      const withdrawn = await tx.execute(
        `UPDATE api.invitation SET withdrawn_at = $3
          WHERE organisation_id = $1 AND id = $2 AND ${isOpen} AND expires_at > $3`,
        [organisationId, id, now],
      );
      if (withdrawn === 0) throw new DomainError('invitation.not-found');
    });
  }

  /** Whom an open invitation is for. */
  async findEmail(hash: string, now: string): Promise<string | null> {
    return this.database.read(marketplace, async (tx) => {
      const [row] = await tx.query<{ email: string }>(
        `SELECT email FROM api.invitation WHERE $1 IN (token_hash, mail_token_hash) AND ${isOpen} AND expires_at > $2`,
        [hash, now],
      );
      return row?.email ?? null;
    });
  }

  /** Takes the invitation in the ambient transaction; nobody else can take it any more. */
  take(hash: string, now: string): Promise<TakenInvitation | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<TakenInvitation>(
        `UPDATE api.invitation SET accepted_at = $2
          WHERE $1 IN (token_hash, mail_token_hash) AND ${isOpen} AND expires_at > $2
          RETURNING id, organisation_id AS "organisationId", organisation_kind AS "organisationKind", email, roles,
                    assistant_id AS "assistantId", language, coalesce(mail_token_hash = $1, false) AS "isByMail"`,
        [hash, now],
      );
      return row ?? null;
    });
  }
}
