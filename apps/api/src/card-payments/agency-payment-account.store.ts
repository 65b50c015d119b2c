import { marketplace } from '#access';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { PaymentServiceTasks } from '../payments/payment-service-tasks.js';

export interface AgencyPaymentAccount {
  readonly serviceId: string;
  readonly isReady: boolean;
}

/** Accounts that agencies have at the payment service, to which their payouts go once they are ready. */
@Injectable()
export class AgencyPaymentAccountStore {
  constructor(
    private readonly database: ApiDatabase,
    private readonly tasks: PaymentServiceTasks,
  ) {}

  /** Null for an agency that has none. */
  async find(scope: Scope, agencyId: string): Promise<AgencyPaymentAccount | null> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<AgencyPaymentAccount>(
        `SELECT service_id AS "serviceId", is_ready AS "isReady" FROM api.agency_payment_account WHERE agency_id = $1`,
        [agencyId],
      ),
    );
    return row ?? null;
  }

  /** The service gives an agency the same account whenever it is asked, so that it is kept once. */
  async keep(scope: Scope, agencyId: string, serviceId: string, now: string): Promise<void> {
    await this.database.transaction(scope, (tx) =>
      tx.execute(
        `INSERT INTO api.agency_payment_account (agency_id, service_id, opened_at, changed_at) VALUES ($1, $2, $3, $3)
         ON CONFLICT (agency_id) DO NOTHING`,
        [agencyId, serviceId, now],
      ),
    );
  }

  /** Asks in an hour whether it is ready, should no message come. */
  async look(scope: Scope, serviceId: string, now: string): Promise<void> {
    const dueAt = new Date(Date.parse(now) + 3_600_000).toISOString();
    await this.database.transaction(scope, (tx) => this.tasks.look(tx, { about: 'account', id: serviceId }, dueAt));
  }

  async isKnown(serviceId: string): Promise<boolean> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query('SELECT FROM api.agency_payment_account WHERE service_id = $1', [serviceId]),
    );
    return rows.length > 0;
  }

  async note(serviceId: string, isReady: boolean, now: string): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(`UPDATE api.agency_payment_account SET is_ready = $2, changed_at = $3 WHERE service_id = $1`, [
        serviceId,
        isReady,
        now,
      ]),
    );
  }
}
