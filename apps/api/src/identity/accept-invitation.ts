import { marketplace } from '#access';
import type { MemberDto } from '#contracts';
import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { hashSecret } from '#platform/security';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { AccountMails } from './account-mails.js';
import { type Account, AccountStore } from './account.store.js';
import { InvitationStore, type OpenInvitation, type TakenInvitation } from './invitation.store.js';
import type { InvitedPerson } from './invited-person.js';
import { MemberStore } from './member.store.js';
import { isOwnersRole } from './organisation-members.js';

export class AcceptInvitation extends commandOf<
  { token: string; displayName: string; person: InvitedPerson; now: string },
  MemberDto
>() {}

/**
 * Joins the organisation that invited. A person who has an account already proves it with the existing password; a wrong
 * one leaves the invitation open.
 */
@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly invitations: InvitationStore,
    private readonly accounts: AccountStore,
    private readonly members: MemberStore,
    private readonly mails: AccountMails,
  ) {}

  execute(command: AcceptInvitation): Promise<MemberDto> {
    const { token, now, person } = command;
    return this.database.transaction(marketplace, async (tx) => {
      const invitation = await this.invitations.take(hashSecret(token), now);
      if (invitation === null) throw new DomainError('invitation.invalid');
      const { email, roles, assistantId, organisationId, organisationKind } = invitation;
      const existing = await this.accounts.findByEmail(email);
      // The password was looked at before: what it was compared with has to be what is there now.
      if (existing?.passwordHash !== person.account?.passwordHash) throw new DomainError('conflict.retry');
      const { userId, displayName } = await (existing === null
        ? this.newAccount(tx, invitation, command)
        : this.knownAccount(existing, invitation));
      if (invitation.isByMail) await this.accounts.confirm(tx, userId, now);
      await this.accounts.addMembership(tx, { userId, organisationId, organisationKind, roles, assistantId, now });
      return { userId, displayName, email, roles, assistantId, joinedAt: now };
    });
  }

  private async newAccount(tx: Transaction, invitation: TakenInvitation, command: AcceptInvitation): Promise<Person> {
    const { email, language, isByMail } = invitation;
    const { displayName, person, now } = command;
    const isConfirmed = isByMail || this.mails.isConfirmedAlready(email);
    const account = { email, displayName, passwordHash: person.passwordHash, language, isConfirmed, now };
    const userId = await this.accounts.createAccount(tx, account);
    if (!isConfirmed) await this.mails.sendCode('confirm-address', { userId, ...account }, now);
    return { userId, displayName };
  }

  private async knownAccount(account: Account, { organisationId, roles }: OpenInvitation): Promise<Person> {
    if (!roles.some(isOwnersRole)) await this.members.assertOwnerRemains(organisationId, account.userId);
    return account;
  }
}

type Person = Pick<Account, 'userId' | 'displayName'>;
