import { type Actor, marketplace } from '#access';
import type { MeDto } from '#contracts';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** Tells an actor who she is. */
@Injectable()
export class WhoAmI {
  constructor(private readonly database: ApiDatabase) {}

  read({ userId, organisationId, organisationKind, roles, assistantId }: Actor): Promise<MeDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const [named] = await tx.query<Pick<MeDto, 'displayName' | 'email' | 'organisationName'>>(
        `SELECT person.display_name AS "displayName", person.email AS "email",
                coalesce(agency.name, business.name) AS "organisationName"
           FROM (SELECT $1::uuid AS user_id, $2::uuid AS organisation_id) AS asked
           LEFT JOIN api.user_account AS person ON person.id = asked.user_id
           LEFT JOIN api.agency AS agency ON agency.id = asked.organisation_id
           LEFT JOIN api.business AS business ON business.id = asked.organisation_id`,
        [userId, organisationId],
      );
      return { userId, organisationId, organisationKind, roles: [...roles], assistantId, ...named! };
    });
  }
}
