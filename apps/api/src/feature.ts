import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';

/** What a folder brings to the api; its `index.ts` says so, and `features.ts` lists them all. */
export interface Feature {
  readonly module: Type;
  /** Classes of the rows that TypeORM reads and writes. */
  readonly rows?: readonly Type[];
  /** One that has run somewhere never changes. */
  readonly migrations?: readonly Type<MigrationInterface>[];
}
