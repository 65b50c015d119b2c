import { type Role, scopeOf } from '#access';
import type { InvitationDto } from '#contracts';
import { DomainError } from '#domain';
import { hashSecret, newSecret } from '#platform/security';
import { emailAddressOf } from '#text';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import type { MailLanguage } from '../mails/mail-templates.js';
import { AccountMails } from './account-mails.js';
import { GivenRoles } from './given-roles.js';
import { InvitationStore } from './invitation.store.js';
import { isOwnersRole } from './organisation-members.js';
import { OrganisationNames } from './organisation-names.js';

export class InviteMember extends commandOf<
  Call & { email: string; roles: readonly Role[]; assistantId: string | null; language: MailLanguage },
  InvitationDto
>() {}

/** Invites a person into one's own organisation, by mail and by a token that the inviter may pass on. */
@CommandHandler(InviteMember)
export class InviteMemberHandler implements ICommandHandler<InviteMember> {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly givenRoles: GivenRoles,
    private readonly organisations: OrganisationNames,
    private readonly mails: AccountMails,
    private readonly database: ApiDatabase,
  ) {}

  async execute(command: InviteMember): Promise<InvitationDto> {
    const { actor, email: written, language, now } = command;
    if (actor.key !== null && command.roles.some(isOwnersRole)) throw new DomainError('invitation.owner-by-key');
    const { roles, assistantId } = await this.givenRoles.checked(actor, command);
    const [token, mailToken] = [newSecret('aji_'), newSecret('aji_')];
    const { organisationId, organisationKind } = actor;
    const invitation = { id: uuidv7(), organisationId, organisationKind, email: emailAddressOf(written) ?? written };
    const { id, email } = invitation;
    const organisation = await this.organisations.find(scopeOf(actor), organisationId);
    const { expiresAt } = await this.database.transaction(scopeOf(actor), async () => {
      const added = await this.invitations.add(scopeOf(actor), {
        ...invitation,
        roles: [...roles],
        assistantId,
        language,
        invitedBy: actor.userId ?? actor.key?.madeBy ?? null,
        invitedByKey: actor.key?.id ?? null,
        hash: hashSecret(token),
        mailHash: hashSecret(mailToken),
        now,
      });
      await this.mails.invite({ email, language, organisation, token: mailToken }, now);
      return added;
    });
    return { id, email, roles: [...roles], expiresAt: expiresAt.toISOString(), token };
  }
}
