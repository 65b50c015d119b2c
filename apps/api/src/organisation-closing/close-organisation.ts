import { type Actor, marketplace } from '#access';
import {
  type AgencyId,
  type BusinessId,
  decideAgency,
  decideBusiness,
  DomainError,
  type OpenMatters,
  type UserId,
} from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgencyStore } from '../agencies/agency.store.js';
import { ApiDatabase } from '../api-database.js';
import { BusinessStore } from '../businesses/business.store.js';
import { commandOf } from '../command-of.js';
import { AccountStore } from '../identity/account.store.js';
import { forgetAccount } from '../identity/forget-account.js';
import { endMembership, lockMembers } from '../identity/organisation-members.js';
import { PasswordCheck } from '../identity/password-check.js';
import { OpenMattersReader } from './open-matters-reader.js';

export class CloseOrganisation extends commandOf<{ actor: Actor; password: string; now: string }, void>() {}

/**
 * An owner closes the organisation in hand once nothing is open with others. All memberships, sessions, keys and invitations end
 * with it, and accounts that belong to no other organisation go. Records, invoices and the books stay as long as the law keeps
 * them; `AfterClosing` ends what stood in lists.
 */
@CommandHandler(CloseOrganisation)
export class CloseOrganisationHandler implements ICommandHandler<CloseOrganisation> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly accounts: AccountStore,
    private readonly checks: PasswordCheck,
    private readonly agencies: AgencyStore,
    private readonly businesses: BusinessStore,
    private readonly matters: OpenMattersReader,
  ) {}

  /** @throws DomainError `account.wrong-credentials`, `organisation.still-open` */
  async execute({ actor, password, now }: CloseOrganisation): Promise<void> {
    const account = actor.userId === null ? null : await this.accounts.findById(actor.userId);
    if (account === null) throw new DomainError('auth.forbidden');
    await this.checks.assertRight(account, { email: account.email, password, now });
    const { organisationId } = actor;
    await this.database.transaction(marketplace, async (tx) => {
      const members = await lockMembers(tx, organisationId);
      await this.close(actor, account.userId as UserId, now, await this.matters.within(tx, organisationId, now));
      for (const { userId } of members) {
        await endMembership(tx, { organisationId, userId, now });
        await forgetAccount(tx, userId, now, 'unless it belongs elsewhere');
      }
    });
  }

  private async close(
    { organisationKind, organisationId }: Actor,
    closedBy: UserId,
    now: string,
    open: OpenMatters,
  ): Promise<void> {
    if (organisationKind === 'agency') {
      const id = organisationId as AgencyId;
      await this.agencies.update(marketplace, id, null, (agency) =>
        decideAgency({ type: 'closeAgency', closedBy, open, now }, agency),
      );
    } else {
      const id = organisationId as BusinessId;
      await this.businesses.update(marketplace, id, null, (business) =>
        decideBusiness({ type: 'closeBusiness', closedBy, open, now }, business),
      );
    }
  }
}
