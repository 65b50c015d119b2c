import { marketplace } from '#access';
import type { ColumnMappingDto, RecordSourceDto } from '#contracts';
import { demand } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** Names that one business keeps; a bank or a card each. */
const maxSources = 100;

/** What the columns of each source of statements are called. */
@Injectable()
export class RecordSourceStore {
  constructor(private readonly database: ApiDatabase) {}

  of(scope: Scope, businessId: string): Promise<RecordSourceDto[]> {
    return this.database.read(scope, (tx) =>
      tx.query<RecordSourceDto>(
        'SELECT name, mapping FROM api.record_source WHERE business_id = $1 ORDER BY name LIMIT $2',
        [businessId, maxSources],
      ),
    );
  }

  /** Null where nobody has said anything of this source. */
  async mappingOf(businessId: string, name: string): Promise<ColumnMappingDto | null> {
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<{ mapping: ColumnMappingDto }>(
        'SELECT mapping FROM api.record_source WHERE business_id = $1 AND name = $2',
        [businessId, name],
      ),
    );
    return row?.mapping ?? null;
  }

  /** From now on its columns are these; whoever files for the business says it for its next statement as well. @throws DomainError `record-import.too-many-sources` */
  async keep(businessId: string, name: string, mapping: ColumnMappingDto): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const others = await tx.count('api.record_source WHERE business_id = $1 AND name <> $2', [businessId, name]);
      demand(others < maxSources, 'record-import.too-many-sources', { at: ['source'], atMost: maxSources });
      await tx.execute(
        `INSERT INTO api.record_source (business_id, name, mapping) VALUES ($1, $2, $3)
         ON CONFLICT (business_id, name) DO UPDATE SET mapping = $3`,
        [businessId, name, JSON.stringify(mapping)],
      );
    });
  }
}
