import type { AgencyDto, AgencyPageDto } from '#contracts';
import type { Database, Scope } from '#platform/database';
import { decodeCursor, encodeCursor, pageOf, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

type Row = Omit<AgencyDto, 'registeredAt'> & { registeredAt: Date };

/** The agencies that a scope may see, in order of their id, which is the order of their registration. */
@Injectable()
export class ListAgencies {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  async page(scope: Scope, page: PageRequest): Promise<AgencyPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const organisation = scope.kind === 'organisation' ? scope.organisationId : null;
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Row>(
        `SELECT id, name, country_code AS "countryCode", vat_id AS "vatId", contact_email AS "contactEmail", status,
                registered_at AS "registeredAt", version
           FROM api.agency WHERE ($1::uuid IS NULL OR id = $1) AND ($2::uuid IS NULL OR id > $2)
          ORDER BY id LIMIT $3`,
        [organisation, after, page.limit + 1],
      ),
    );
    return pageOf(
      rows,
      page.limit,
      (row) => ({ ...row, registeredAt: row.registeredAt.toISOString() }),
      ({ id }) => encodeCursor({ id }),
    );
  }
}
