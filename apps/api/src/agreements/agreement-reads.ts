import { type Actor, scopeOf } from '#access';
import type { AgreementPageDto, AgreementQueryDto, AgreementSummaryDto } from '#contracts';
import { type Agreement, type AssistantId, demand } from '#domain';
import type { Versioned } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { readersOfAll } from './agreement-rules.js';
import { AgreementStore } from './agreement.store.js';

const nobody = '00000000-0000-0000-0000-000000000000' as AssistantId;

/** Of the versions only the one on the table is looked at: all of them are more than a list should carry about. */
const summaries = `SELECT id, version, need_id AS "needId", proposal_id AS "proposalId", business_id AS "businessId",
       agency_id AS "agencyId", assistant_id AS "assistantId", proposal_id IS NULL AS instant, status,
       in_force_number AS "versionInForce",
       json_build_object('number', (kept->>'number')::int, 'contentHash', kept->>'contentHash') AS current
  FROM api.agreement
 CROSS JOIN LATERAL (SELECT versions -> (CASE status WHEN 'accepted' THEN in_force_number - 1 ELSE -1 END) AS kept) on_table
 WHERE ($1::uuid IS NULL OR $1 IN (business_id, agency_id)) AND ($2::uuid IS NULL OR assistant_id = $2)
   AND ($3::uuid IS NULL OR need_id = $3) AND ($4::text IS NULL OR status = $4) AND ($5::uuid IS NULL OR id > $5)
 ORDER BY id LIMIT $6`;

/** Agreements as somebody may read them. */
@Injectable()
export class AgreementReads {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
  ) {}

  /** @throws DomainError `agreement.not-found`, also for an agreement in which another assistant is named */
  async one(actor: Actor, id: string): Promise<Versioned<Agreement>> {
    const agreement = await this.agreements.load(scopeOf(actor), id);
    const named = namedIn(actor);
    demand(named === null || named === agreement.state.assistantId, 'agreement.not-found');
    return agreement;
  }

  /** Oldest first. */
  page(actor: Actor, { needId, status }: AgreementQueryDto, request: PageRequest): Promise<AgreementPageDto> {
    const scope = scopeOf(actor);
    const party = scope.kind === 'organisation' ? scope.organisationId : null;
    const asked = [party, namedIn(actor), needId ?? null, status ?? null];
    return byId.page(
      request,
      (after, limit) =>
        this.database.read(scope, (tx) =>
          tx.query<AgreementSummaryDto & Readonly<Record<string, unknown>>>(summaries, [
            ...asked,
            after?.id ?? null,
            limit,
          ]),
        ),
      (row) => row,
    );
  }
}

/** The assistant who has to be named for the actor to read an agreement; null for who reads all. */
function namedIn(actor: Actor): string | null {
  const readsAll = actor.roles.some((role) => readersOfAll.includes(role));
  return readsAll ? null : (actor.assistantId ?? nobody);
}
