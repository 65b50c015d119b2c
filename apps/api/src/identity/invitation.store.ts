import { marketplace, type Role } from '#access';
import type { Database, Scope } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

export interface OpenInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  readonly email: string;
  readonly roles: Role[];
  readonly assistantId: string | null;
}

const invitationDays = 14;

@Injectable()
export class InvitationStore {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  add(scope: Scope, invitation: OpenInvitation & { hash: string; now: string }): Promise<{ expiresAt: Date }> {
    return this.database.transaction(scope, async (tx) => {
      const [row] = await tx.query<{ expiresAt: Date }>(
        `INSERT INTO api.invitation
           (id, organisation_id, organisation_kind, email, roles, assistant_id, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(days => ${invitationDays}))
         RETURNING expires_at AS "expiresAt"`,
        [
          invitation.id,
          invitation.organisationId,
          invitation.organisationKind,
          invitation.email,
          invitation.roles,
          invitation.assistantId,
          invitation.hash,
          invitation.now,
        ],
      );
      return row!;
    });
  }

  /** Whom an open invitation is for. */
  async findEmail(hash: string, now: string): Promise<string | null> {
    return this.database.read(marketplace, async (tx) => {
      const [row] = await tx.query<{ email: string }>(
        `SELECT email FROM api.invitation WHERE token_hash = $1 AND accepted_at IS NULL AND expires_at > $2`,
        [hash, now],
      );
      return row?.email ?? null;
    });
  }

  /** Takes the invitation in the ambient transaction; nobody else can take it any more. */
  take(hash: string, now: string): Promise<OpenInvitation | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const [row] = await tx.query<OpenInvitation>(
        `UPDATE api.invitation SET accepted_at = $2
          WHERE token_hash = $1 AND accepted_at IS NULL AND expires_at > $2
          RETURNING id, organisation_id AS "organisationId", organisation_kind AS "organisationKind", email, roles,
                    assistant_id AS "assistantId"`,
        [hash, now],
      );
      return row ?? null;
    });
  }
}
