import type { OwnerDto } from '#contracts';
import type { Database } from '#platform/database';
import { PasswordHasher } from '#platform/security';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { AccountStore, type Membership } from './account.store.js';

/** Opens the account of the person who registers an organisation, as part of that registration's transaction. */
@Injectable()
export class OwnerRegistration {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordHasher,
  ) {}

  /**
   * Runs `register` and opens the owner's account in one transaction, under the marketplace's scope: the new tenant
   * doesn't exist before it ends.
   * @throws DomainError `account.email-taken`
   */
  async registerWith<T>(
    owner: OwnerDto,
    organisation: Pick<Membership, 'organisationId' | 'organisationKind' | 'roles'> & { now: string },
    register: () => Promise<T>,
  ): Promise<T> {
    const passwordHash = await this.passwords.hash(owner.password);
    return this.database.transaction({ kind: 'marketplace' }, async (tx) => {
      const registered = await register();
      const userId = await this.accounts.createAccount(tx, {
        email: owner.email,
        displayName: owner.displayName,
        passwordHash,
        now: organisation.now,
      });
      await this.accounts.addMembership(tx, { userId, assistantId: null, ...organisation });
      return registered;
    });
  }
}
