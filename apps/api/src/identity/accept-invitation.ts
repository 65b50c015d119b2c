import type { MemberDto } from '#contracts';
import { DomainError } from '#domain';
import type { Database, Transaction } from '#platform/database';
import { hashSecret, PasswordHasher } from '#platform/security';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiDatabase } from '../api-database.js';
import { type Account, AccountStore } from './account.store.js';
import { InvitationStore, type OpenInvitation } from './invitation.store.js';
import { isOwnersRole, MemberStore } from './member.store.js';
import { PasswordCheck } from './password-check.js';

export class AcceptInvitation extends Command<MemberDto> {
  constructor(
    readonly token: string,
    readonly displayName: string,
    readonly password: string,
    readonly now: string,
  ) {
    super();
  }
}

/**
 * Joins the organisation that invited. A person who has an account already proves it with the existing password; a wrong
 * one leaves the invitation open.
 */
@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly invitations: InvitationStore,
    private readonly accounts: AccountStore,
    private readonly members: MemberStore,
    private readonly checks: PasswordCheck,
    private readonly passwords: PasswordHasher,
  ) {}

  execute(command: AcceptInvitation): Promise<MemberDto> {
    const { token, now } = command;
    return this.database.transaction({ kind: 'marketplace' }, async (tx) => {
      const invitation = await this.invitations.take(hashSecret(token), now);
      if (invitation === null) throw new DomainError('invitation.invalid');
      const { email, roles, assistantId, organisationId, organisationKind } = invitation;
      const existing = await this.accounts.findByEmail(email);
      const { userId, displayName } = await (existing === null
        ? this.newAccount(tx, invitation, command)
        : this.provenAccount(existing, invitation, command));
      await this.accounts.addMembership(tx, { userId, organisationId, organisationKind, roles, assistantId, now });
      return { userId, displayName, email, roles, assistantId, joinedAt: now };
    });
  }

  private async newAccount(tx: Transaction, { email }: OpenInvitation, command: AcceptInvitation): Promise<Person> {
    const { displayName, password, now } = command;
    const passwordHash = await this.passwords.hash(password);
    return { userId: await this.accounts.createAccount(tx, { email, displayName, passwordHash, now }), displayName };
  }

  private async provenAccount(
    account: Account,
    invitation: OpenInvitation,
    command: AcceptInvitation,
  ): Promise<Person> {
    const { email, organisationId, roles } = invitation;
    await this.checks.assertRight(account, { email, password: command.password, now: command.now });
    if (!roles.some(isOwnersRole)) await this.members.assertOwnerRemains(organisationId, account.userId);
    return account;
  }
}

type Person = Pick<Account, 'userId' | 'displayName'>;
