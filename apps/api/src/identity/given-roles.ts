import { type Actor, type Role, scopeOf } from '#access';
import { DomainError } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export interface RolesToGive {
  readonly roles: readonly Role[];
  readonly assistantId: string | null;
}

/** Says which roles an owner can give in her organisation. */
@Injectable()
export class GivenRoles {
  constructor(private readonly database: ApiDatabase) {}

  /**
   * Each role once, and the assistant only for who is one.
   * @throws DomainError `invitation.role-of-another-kind`, `invitation.assistant-unknown`
   */
  async checked(actor: Actor, { roles, assistantId }: RolesToGive): Promise<RolesToGive> {
    const foreign = roles.findIndex((role) => !role.startsWith(`${actor.organisationKind}.`));
    if (foreign >= 0) throw new DomainError('invitation.role-of-another-kind', { at: ['roles', foreign] });
    const isAssistant = roles.includes('agency.assistant');
    if (isAssistant) await this.assistantMustBeOurs(actor, assistantId);
    return { roles: [...new Set(roles)], assistantId: isAssistant ? assistantId : null };
  }

  private assistantMustBeOurs(actor: Actor, assistantId: string | null): Promise<void> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const found = await tx.query(`SELECT id FROM api.assistant WHERE id = $1 AND agency_id = $2`, [
        assistantId,
        actor.organisationId,
      ]);
      if (found.length === 0) throw new DomainError('invitation.assistant-unknown', { at: ['assistantId'] });
    });
  }
}
