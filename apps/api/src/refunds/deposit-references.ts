import { marketplace, type Actor } from '#access';
import { type BusinessId, creditorReference } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** The reference by which a business pays ahead; it has one from when it first asks how to. */
@Injectable()
export class DepositReferences {
  constructor(private readonly database: ApiDatabase) {}

  of({ organisationId }: Actor): Promise<string> {
    const businessId = organisationId as BusinessId;
    return this.database.transaction(marketplace, async (tx) => {
      const known = `SELECT reference FROM api.deposit_reference WHERE business_id = $1`;
      const [before] = await tx.query<{ reference: string }>(known, [businessId]);
      if (before !== undefined) return before.reference;
      const [next] = await tx.query<{ number: string }>(
        `SELECT nextval('api.payment_reference_number')::text AS number`,
      );
      await tx.execute(
        `INSERT INTO api.deposit_reference (business_id, reference) VALUES ($1, $2) ON CONFLICT (business_id) DO NOTHING`,
        [businessId, creditorReference(next!.number)],
      );
      const [made] = await tx.query<{ reference: string }>(known, [businessId]);
      return made!.reference;
    });
  }
}
