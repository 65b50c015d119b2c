import { scopeOf } from '#access';
import { demand, DomainError } from '#domain';
import { Inject, Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken, takesCards } from '../api-settings.js';
import type { Call } from '../call.js';
import { AgencyPaymentAccountStore } from './agency-payment-account.store.js';
import { PaymentService } from './payment-service.js';
import { told } from './service-problems.js';

export interface OpenedAccount {
  readonly serviceId: string;
  readonly url: string;
}

/** An agency gets an account at the payment service, and is led there to say who it is. */
@Injectable()
export class OpenPaymentAccount {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly service: PaymentService,
    private readonly accounts: AgencyPaymentAccountStore,
  ) {}

  /** Asks the service; it belongs before any transaction. */
  async prepare({ actor }: Call, agencyId: string): Promise<OpenedAccount> {
    if (agencyId !== actor.organisationId) throw new DomainError('agency.not-found');
    const { webUrl } = this.settings.mail;
    demand(webUrl !== null && takesCards(this.settings), 'card-payment.not-offered');
    const scope = scopeOf(actor);
    const known = await this.accounts.find(scope, agencyId);
    const serviceId = known?.serviceId ?? (await told(this.service.openAccount(await this.agency(scope, agencyId))));
    return { serviceId, url: await told(this.service.accountUrl(serviceId, `${webUrl}/money`)) };
  }

  private async agency(scope: ReturnType<typeof scopeOf>, agencyId: string) {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<{ countryCode: string; name: string }>(
        `SELECT country_code::text AS "countryCode", coalesce(legal_name, name) AS name FROM api.agency WHERE id = $1`,
        [agencyId],
      ),
    );
    if (row === undefined) throw new DomainError('agency.not-found');
    return { agencyId, ...row };
  }
}
