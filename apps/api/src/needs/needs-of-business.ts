import type { NeedPageDto } from '#contracts';
import type { Database, Scope } from '#platform/database';
import { decodeCursor, encodeCursor, pageOf, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { needDto } from './need.dto-mapping.js';
import { NeedRow } from './need.row.js';
import { needOfRow } from './need.store.js';

/** A business's own needs, in the order in which they were drafted; an administrator sees all. */
@Injectable()
export class NeedsOfBusiness {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  async page(scope: Scope, page: PageRequest): Promise<NeedPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const businessId = scope.kind === 'organisation' ? scope.organisationId : null;
    const rows = await this.database.transaction(scope, (tx) => {
      const query = tx.manager
        .createQueryBuilder(NeedRow, 'need')
        .orderBy('need.id')
        .limit(page.limit + 1);
      if (businessId !== null) query.andWhere('need.business_id = :businessId', { businessId });
      if (after !== null) query.andWhere('need.id > :after', { after });
      return query.getMany();
    });
    return pageOf(
      rows,
      page.limit,
      (row) => needDto({ state: needOfRow(row), version: row.version }),
      ({ id }) => encodeCursor({ id }),
    );
  }
}
