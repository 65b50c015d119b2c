import { countedHours, type ResponseHours, usualResponseHours } from '#domain';
import { publicHolidays } from '#knowledge/holidays';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BusinessStore } from '../businesses/business.store.js';

/** The hours by which a business's enquiries are counted. */
export interface KeptHours {
  readonly hours: ResponseHours;
  /** The same with the public holidays that it keeps among the dates on which it is closed. */
  readonly counted: ResponseHours;
  /** 1 for the usual ones of a business that has said nothing. */
  readonly version: number;
  /** Whether some enquiries are still counted by earlier hours. */
  readonly measuring: boolean;
}

@Injectable()
export class ResponseHoursStore {
  constructor(
    private readonly database: ApiDatabase,
    private readonly businesses: BusinessStore,
  ) {}

  /** @throws DomainError `business.not-found` */
  async of(scope: Scope, businessId: string): Promise<KeptHours> {
    const [kept] = await this.database.read(scope, (tx) =>
      tx.query<{ state: ResponseHours; version: number; measuring: boolean }>(
        'SELECT state, version, measuring FROM api.response_hours WHERE business_id = $1',
        [businessId],
      ),
    );
    if (kept !== undefined) {
      const { state: hours, version, measuring } = kept;
      return { hours, counted: countedHours(hours, publicHolidays), version, measuring };
    }
    const { state } = await this.businesses.load(scope, businessId);
    const usual = usualResponseHours(state.timeZone);
    return { hours: usual, counted: usual, version: 1, measuring: false };
  }

  /** Nobody who tells enquiries of the business is in the middle of it while hours change, nor the other way round. */
  async lock(tx: Transaction, businessId: string, how: 'alone' | 'shared'): Promise<void> {
    const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await tx.query(`SELECT ${lock}(hashtextextended('response hours ' || $1, 0))`, [businessId]);
  }

  async keep(tx: Transaction, businessId: string, hours: ResponseHours, version: number): Promise<void> {
    await tx.execute(
      `INSERT INTO api.response_hours (business_id, version, state, measuring) VALUES ($1, $2, $3, true)
       ON CONFLICT (business_id) DO UPDATE SET version = $2, state = $3, measuring = true`,
      [businessId, version, JSON.stringify(hours)],
    );
  }

  /** Somebody measured by hours that have changed meanwhile. */
  async measureAnew(tx: Transaction, businessId: string): Promise<void> {
    await tx.execute('UPDATE api.response_hours SET measuring = true WHERE business_id = $1', [businessId]);
  }

  async measured(tx: Transaction, businessId: string): Promise<void> {
    await tx.execute('UPDATE api.response_hours SET measuring = false WHERE business_id = $1', [businessId]);
  }

  /** Businesses whose enquiries have to be counted anew. */
  async measuring(scope: Scope, atMost: number): Promise<string[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<{ id: string }>(
        'SELECT business_id AS id FROM api.response_hours WHERE measuring ORDER BY business_id LIMIT $1',
        [atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
