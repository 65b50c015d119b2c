import { type Actor, type Role, scopeOf } from '#access';
import type { InvitationDto } from '#contracts';
import { DomainError } from '#domain';
import type { Database } from '#platform/database';
import { hashSecret, newSecret } from '#platform/security';
import { emailAddressOf } from '#text';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { apiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { InvitationStore } from './invitation.store.js';

export class InviteMember extends commandOf<
  Call & { email: string; roles: readonly Role[]; assistantId: string | null },
  InvitationDto
>() {}

/** Invites a person into one's own organisation. The token is shown once; the inviter passes it on. */
@CommandHandler(InviteMember)
export class InviteMemberHandler implements ICommandHandler<InviteMember> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly invitations: InvitationStore,
  ) {}

  async execute({ actor, email, roles, assistantId, now }: InviteMember): Promise<InvitationDto> {
    const foreign = roles.findIndex((role) => !role.startsWith(`${actor.organisationKind}.`));
    if (foreign >= 0) throw new DomainError('invitation.role-of-another-kind', { at: ['roles', foreign] });
    if (roles.includes('agency.assistant')) await this.assistantMustBeOurs(actor, assistantId);
    const token = newSecret('aji_');
    const invitation = {
      id: uuidv7(),
      organisationId: actor.organisationId,
      organisationKind: actor.organisationKind,
      email: emailAddressOf(email) ?? email,
      roles: [...new Set(roles)],
      assistantId: roles.includes('agency.assistant') ? assistantId : null,
    };
    const { expiresAt } = await this.invitations.add(scopeOf(actor), { ...invitation, hash: hashSecret(token), now });
    const { id, roles: given } = invitation;
    return { id, email: invitation.email, roles: given, expiresAt: expiresAt.toISOString(), token };
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
