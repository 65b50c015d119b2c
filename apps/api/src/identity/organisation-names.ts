import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** What an organisation is called; identity stands below the features that keep them. */
@Injectable()
export class OrganisationNames {
  constructor(private readonly database: ApiDatabase) {}

  find(scope: Scope, organisationId: string): Promise<string> {
    return this.database.read(scope, async (tx) => {
      const [row] = await tx.query<{ name: string }>(
        `SELECT name FROM api.agency WHERE id = $1 UNION ALL SELECT name FROM api.business WHERE id = $1`,
        [organisationId],
      );
      return row?.name ?? 'Ajudant';
    });
  }
}
