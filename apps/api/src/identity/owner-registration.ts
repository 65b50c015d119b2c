import { marketplace } from '#access';
import type { OwnerDto } from '#contracts';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { MailLanguage } from '../mails/mail-templates.js';
import { AccountMails } from './account-mails.js';
import { AccountStore, type Membership } from './account.store.js';
import { NewPasswords } from './new-passwords.js';

/** Whoever is to own an organisation that doesn't exist yet. */
export interface NewOwner {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly language: MailLanguage;
}

/** Opens the account of the person who registers an organisation, as part of that registration's transaction. */
@Injectable()
export class OwnerRegistration {
  constructor(
    private readonly database: ApiDatabase,
    private readonly accounts: AccountStore,
    private readonly passwords: NewPasswords,
    private readonly mails: AccountMails,
  ) {}

  /**
   * Hashes the password, which takes long: before the transaction of the registration.
   * @throws DomainError `account.password-blank`, `account.password-common`, `request.too-many`
   */
  async prepare(owner: OwnerDto): Promise<NewOwner> {
    const { email, displayName, password, language = 'en' } = owner;
    return {
      email,
      displayName,
      language,
      passwordHash: await this.passwords.hash({ password, email }, ['owner', 'password']),
    };
  }

  /**
   * Runs `register` and opens the owner's account in one transaction, under the marketplace's scope: the new tenant
   * doesn't exist before it ends.
   * @throws DomainError `account.email-taken`
   */
  async registerWith<T>(
    owner: NewOwner,
    organisation: Pick<Membership, 'organisationId' | 'organisationKind' | 'roles'> & { now: string },
    register: () => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(marketplace, async (tx) => {
      const registered = await register();
      const { now } = organisation;
      const isConfirmed = this.mails.isConfirmedAlready(owner.email);
      const userId = await this.accounts.createAccount(tx, { ...owner, isConfirmed, now });
      if (!isConfirmed) await this.mails.sendCode('confirm-address', { userId, ...owner }, now);
      await this.accounts.addMembership(tx, { userId, assistantId: null, ...organisation });
      return registered;
    });
  }
}
