import { type Role, scopeOf } from '#access';
import type { InvitationDto } from '#contracts';
import { DomainError } from '#domain';
import { hashSecret, newSecret } from '#platform/security';
import { emailAddressOf } from '#text';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { GivenRoles } from './given-roles.js';
import { InvitationStore } from './invitation.store.js';
import { isOwnersRole } from './organisation-members.js';

export class InviteMember extends commandOf<
  Call & { email: string; roles: readonly Role[]; assistantId: string | null },
  InvitationDto
>() {}

/** Invites a person into one's own organisation. The token is shown once; the inviter passes it on. */
@CommandHandler(InviteMember)
export class InviteMemberHandler implements ICommandHandler<InviteMember> {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly givenRoles: GivenRoles,
  ) {}

  async execute({ actor, email, roles: asked, assistantId: named, now }: InviteMember): Promise<InvitationDto> {
    if (actor.key !== null && asked.some(isOwnersRole)) throw new DomainError('invitation.owner-by-key');
    const { roles, assistantId } = await this.givenRoles.checked(actor, { roles: asked, assistantId: named });
    const token = newSecret('aji_');
    const { organisationId, organisationKind } = actor;
    const invitation = { id: uuidv7(), organisationId, organisationKind, email: emailAddressOf(email) ?? email };
    const { expiresAt } = await this.invitations.add(scopeOf(actor), {
      ...invitation,
      roles: [...roles],
      assistantId,
      invitedBy: actor.userId ?? actor.key?.madeBy ?? null,
      invitedByKey: actor.key?.id ?? null,
      hash: hashSecret(token),
      now,
    });
    return { id: invitation.id, email: invitation.email, roles: [...roles], expiresAt: expiresAt.toISOString(), token };
  }
}
