import { marketplace } from '#access';
import { AssignmentPlanAskedV1, type AssignmentPlanPreparedV1, type OwnAssignmentLineDto } from '#contracts';
import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';

export interface AssignmentPlan {
  readonly id: string;
  readonly askedAt: Date;
  /** Null until the matcher has worked it out. */
  readonly content: AssignmentPlanPreparedV1 | null;
}

/** Where a page of lines goes on, newest plans first. */
export type LinePlace = Readonly<Record<'planId' | 'needId', string>>;

@Injectable()
export class AssignmentPlanStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Asks the matcher for a plan; returns the id under which it will be. */
  ask(now: string): Promise<string> {
    return this.database.transaction(marketplace, async (tx) => {
      const id = uuidv7();
      await tx.execute(`INSERT INTO api.assignment_plan (id, asked_at) VALUES ($1, $2)`, [id, now]);
      const data: AssignmentPlanAskedV1 = { askedAt: now };
      await tx.append([
        {
          type: AssignmentPlanAskedV1.type,
          aggregateType: 'assignment-plan',
          aggregateId: id,
          aggregateVersion: 1,
          audience: [],
          data,
        },
      ]);
      return id;
    });
  }

  /** @throws DomainError `assignment-plan.not-found` */
  async load(id: string): Promise<AssignmentPlan> {
    const [plan] = await this.database.transaction(marketplace, (tx) =>
      tx.query<AssignmentPlan>(`SELECT id, asked_at AS "askedAt", content FROM api.assignment_plan WHERE id = $1`, [
        id,
      ]),
    );
    if (plan === undefined) throw new DomainError('assignment-plan.not-found');
    return plan;
  }

  /** What the matcher worked out; a second answer changes nothing. */
  async keep(tx: Transaction, id: string, content: AssignmentPlanPreparedV1): Promise<void> {
    const kept = await tx.execute(
      `UPDATE api.assignment_plan SET content = $2, prepared_at = $3 WHERE id = $1 AND content IS NULL`,
      [id, JSON.stringify(content), content.preparedAt],
    );
    if (kept === 0) return;
    await tx.execute(
      `INSERT INTO api.assignment_plan_line (plan_id, need_id, assistant_id, agency_id, score, prepared_at)
       SELECT $1, line."needId", line."assistantId", line."agencyId", line.score, $3
         FROM jsonb_to_recordset($2) AS line("needId" uuid, "assistantId" uuid, "agencyId" uuid, score double precision)`,
      [id, JSON.stringify(content.lines), content.preparedAt],
    );
  }

  /**
   * Lines of an agency for needs that it may answer now: of others it learns nothing. That looks at businesses' needs, past
   * the tenants, so the query names the agency itself.
   */
  linesOf(agencyId: string, needId: string | null, limit: number, after: LinePlace | null): Promise<OwnLine[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<OwnLine>(
        `SELECT line.plan_id AS "planId", line.need_id AS "needId", line.assistant_id AS "assistantId", line.score,
                line.prepared_at AS "preparedAt"
           FROM api.assignment_plan_line line JOIN api.need ON need.id = line.need_id
          WHERE line.agency_id = $1 AND need.status = 'posted' AND ($5::uuid IS NULL OR line.need_id = $5)
            AND (need.open_to_proposals OR need.invited_agency_ids @> ARRAY[$1::uuid])
            AND NOT $1::uuid = ANY (need.excluded_agency_ids)
            AND EXISTS (SELECT FROM api.agency WHERE agency.id = $1::uuid AND agency.status = 'verified')
            AND ($2::uuid IS NULL OR (line.plan_id, line.need_id) < ($2, $3::uuid))
          ORDER BY line.plan_id DESC, line.need_id DESC LIMIT $4`,
        [agencyId, after?.planId ?? null, after?.needId ?? null, limit, needId],
      ),
    );
  }
}

export type OwnLine = Omit<OwnAssignmentLineDto, 'preparedAt'> & { readonly preparedAt: Date };
