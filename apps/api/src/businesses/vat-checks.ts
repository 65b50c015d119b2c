import { marketplace } from '#access';
import { decideBusiness, vatIdOf } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { BusinessStore } from './business.store.js';
import { VatRegister } from './vat-register.js';

const plan = { name: 'checking VAT ids', everySeconds: 30, atMost: 20 } as const;
const [hourMs, dayMs] = [3_600_000, 86_400_000];
/** A register that could not say is asked again after an hour; what it knew it is asked again after a quarter of a year. */
const [retryMs, recheckMs] = [hourMs, 90 * dayMs];

/** Whom the register is to be asked about: new ids first, then those asked about longest ago. */
const asked = `SELECT id, country_code AS "countryCode", vat_id AS "vatId" FROM api.business
  WHERE vat_id ~ '^[A-Z]{2}' AND (vat_check ->> 'source' = 'none'
     OR (vat_check ->> 'result' = 'unavailable' AND vat_check ->> 'checkedAt' <= $1)
     OR (vat_check ->> 'source' = 'vies' AND vat_check ->> 'result' = 'valid' AND vat_check ->> 'checkedAt' <= $2))
  ORDER BY vat_check ->> 'source' = 'none' DESC, vat_check ->> 'checkedAt' LIMIT $3`;

interface Due {
  readonly id: string;
  readonly countryCode: string;
  readonly vatId: string;
}

/** Asks a register about the VAT ids of businesses, each outside of any transaction, and notes what it says and when. */
@Injectable()
export class VatChecks extends DueSweep<Due> {
  constructor(
    database: ApiDatabase,
    private readonly businesses: BusinessStore,
    private readonly register: VatRegister,
  ) {
    super(plan, async (now, atMost) => (register.isThere ? toAsk(database, now, atMost) : []));
  }

  protected override async settle({ id, countryCode, vatId }: Due, now: string): Promise<void> {
    // An id of before ids were looked at may be none; no register has to be asked about it.
    const isOne = vatIdOf(countryCode, vatId) === vatId;
    const answer = isOne ? await this.register.ask(vatId) : ({ result: 'invalid', reference: null } as const);
    await this.businesses.update(marketplace, id, null, (business) =>
      business.vatId === vatId
        ? decideBusiness({ type: 'recordVatCheck', vatId, source: 'vies', now, ...answer }, business)
        : [],
    );
  }
}

function toAsk(database: ApiDatabase, now: string, atMost: number): Promise<Due[]> {
  const before = (ms: number): string => new Date(Date.parse(now) - ms).toISOString();
  return database.read(marketplace, (tx) => tx.query<Due>(asked, [before(retryMs), before(recheckMs), atMost]));
}
