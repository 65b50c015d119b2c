import { marketplace } from '#access';
import { DomainError, type FieldPath } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** Whether agencies that a business names are there; what else they are stays with them. */
@Injectable()
export class VerifiedAgencies {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `need.unknown-agency` */
  async demandAll(agencyIds: readonly string[], at: FieldPath): Promise<void> {
    if (agencyIds.length === 0) return;
    const known = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(`SELECT id FROM api.agency WHERE id = ANY ($1::uuid[]) AND status = 'verified'`, [
        agencyIds,
      ]),
    );
    const ids = new Set(known.map(({ id }) => id));
    const index = agencyIds.findIndex((id) => !ids.has(id.toLowerCase()));
    if (index >= 0) throw new DomainError('need.unknown-agency', { at: [...at, index] });
  }
}
