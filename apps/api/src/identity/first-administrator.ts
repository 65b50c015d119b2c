import { marketplace } from '#access';
import { Clock } from '#platform/clock';
import { PasswordHasher } from '#platform/security';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { AccountStore } from './account.store.js';

/**
 * Opens the account of the marketplace's first administrator, if the settings name one and there is none yet. Everybody
 * else registers or is invited; nobody could do that for the first administrator.
 */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  constructor(
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly database: ApiDatabase,
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { administrator } = this.settings;
    if (administrator === null) return;
    const passwordHash = await this.passwords.hash(administrator.password);
    await this.database.transaction(marketplace, async (tx) => {
      await tx.takeTurn('first administrator');
      const found = await tx.query(`SELECT 1 FROM api.membership WHERE organisation_kind = 'marketplace' LIMIT 1`);
      if (found.length > 0) return;
      const now = this.clock.now();
      const userId = await this.accounts.createAccount(tx, {
        email: administrator.email,
        displayName: 'Administrator',
        passwordHash,
        language: 'en',
        isConfirmed: true,
        now,
      });
      await this.accounts.addMembership(tx, {
        userId,
        organisationId: uuidv7(),
        organisationKind: 'marketplace',
        roles: ['marketplace.administrator'],
        assistantId: null,
        now,
      });
    });
  }
}
