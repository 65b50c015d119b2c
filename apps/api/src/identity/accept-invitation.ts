import type { MemberDto } from '#contracts';
import { DomainError } from '#domain';
import type { Database } from '#platform/database';
import { hashSecret, PasswordHasher } from '#platform/security';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiDatabase } from '../api-database.js';
import { AccountStore } from './account.store.js';
import { InvitationStore } from './invitation.store.js';

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
    private readonly passwords: PasswordHasher,
  ) {}

  execute({ token, displayName, password, now }: AcceptInvitation): Promise<MemberDto> {
    return this.database.transaction({ kind: 'marketplace' }, async (tx) => {
      const invitation = await this.invitations.take(hashSecret(token), now);
      if (invitation === null) throw new DomainError('invitation.invalid');
      const { email, roles, assistantId, organisationId, organisationKind } = invitation;
      const existing = await this.accounts.findByEmail(email);
      if (existing !== null && !(await this.passwords.matches(existing.passwordHash, password))) {
        throw new DomainError('account.wrong-credentials');
      }
      const userId =
        existing?.userId ??
        (await this.accounts.createAccount(tx, {
          email,
          displayName,
          passwordHash: await this.passwords.hash(password),
          now,
        }));
      await this.accounts.addMembership(tx, { userId, organisationId, organisationKind, roles, assistantId, now });
      return { userId, displayName, email, roles, assistantId, joinedAt: now };
    });
  }
}
