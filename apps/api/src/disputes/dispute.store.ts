import { type Actor, marketplace, scopeOf } from '#access';
import type { DisputeQueryDto } from '#contracts';
import { demand, type Dispute, type DisputeFact, evolveDispute } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { bothWays, type CountedPage } from '../sorted-list.js';
import type { ColumnsOf } from '../state-store.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { WorkStore } from '../work-records/work.store.js';
import { disputeEvent } from './dispute.events.js';
import { DisputeRow } from './dispute.row.js';

const sorts = bothWays('opened', 'id', 'uuid');
const isOpen = `status IN ('opened', 'answered', 'to-decide')`;

@Injectable()
export class DisputeStore extends WorkStore<Dispute, DisputeFact, DisputeRow> {
  protected readonly kind = { noun: 'dispute', row: DisputeRow, evolve: evolveDispute, toEvent: disputeEvent };

  list<Item>(
    actor: Actor,
    { engagementId, subjectId, status, sort = 'opened' }: DisputeQueryDto,
    request: PageRequest,
    toItem: (one: Versioned<Dispute>) => Item,
  ): Promise<CountedPage<Item>> {
    const conditions = [
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['engagement_id = ?', engagementId],
      ['subject_id = ?', subjectId],
      ['status = ?', status],
    ] as const;
    return this.sortedPage(scopeOf(actor), { from: 'api.dispute', conditions, sorts, sort }, request, toItem);
  }

  /** The caller has locked what is to be disputed; the table has a unique index on it, too. @throws DomainError `dispute.already-open` */
  async demandNoOther(scope: Scope, subjectId: string): Promise<void> {
    const open = await this.database.transaction(scope, (tx) =>
      tx.query(`SELECT FROM api.dispute WHERE subject_id = $1 AND ${isOpen} LIMIT 1`, [subjectId]),
    );
    demand(open.length === 0, 'dispute.already-open');
  }

  /** Disputes in which a side has let its clock run out, the longest first. */
  async nextLapsed(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.dispute WHERE answer_due_at <= $1 ORDER BY answer_due_at, id LIMIT $2`,
        [now, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  protected columnsOf(dispute: Dispute): ColumnsOf<DisputeRow> {
    const { agreementId, subject, status } = dispute;
    return {
      engagementId: agreementId,
      ...partiesOf(dispute),
      subjectKind: subject.kind,
      subjectId: subject.id,
      status,
      answerDueAt: 'answerDueAt' in dispute ? new Date(dispute.answerDueAt) : null,
    };
  }
}
