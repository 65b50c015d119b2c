import {
  type AgencyId,
  type Agreement,
  type AgreementFact,
  type AgreementId,
  type AssistantId,
  type BusinessId,
  evolveAgreement,
  type NeedId,
  type ProposalId,
} from '#domain';
import { AggregateStore, type Database, type Scope, type Transaction, type Versioned } from '#platform/database';
import type { Page, PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { listForParty } from '../list-for-party.js';
import { agreementEvent } from './agreement.events.js';
import { AgreementRow } from './agreement.row.js';

export interface AgreementFilter {
  readonly needId?: string | undefined;
  readonly status?: Agreement['status'] | undefined;
}

@Injectable()
export class AgreementStore extends AggregateStore<Agreement, AgreementFact, AgreementRow> {
  protected readonly entity = AgreementRow;
  protected readonly aggregateType = 'agreement';
  protected readonly evolve = evolveAgreement;
  protected readonly toEvent = agreementEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

  /** Nobody else changes it until the caller's transaction is over. */
  loadLocked(scope: Scope, id: string): Promise<Versioned<Agreement>> {
    return this.update(scope, id, null, () => []);
  }

  /** Those of the scope's organisation, oldest first. */
  async page(scope: Scope, filter: AgreementFilter, page: PageRequest): Promise<Page<Versioned<Agreement>>> {
    const { items, next } = await listForParty(
      this.database,
      scope,
      AgreementRow,
      { needId: filter.needId, status: filter.status },
      page,
    );
    return { items: items.map((row) => ({ state: this.toState(row), version: row.version })), next };
  }

  /** The agreements that proposals led to, by the proposal's id. */
  async idsByProposal(scope: Scope, proposalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<{ id: string; proposalId: string }>(
        'SELECT id, proposal_id AS "proposalId" FROM api.agreement WHERE proposal_id = ANY ($1::uuid[])',
        [proposalIds],
      ),
    );
    return new Map(rows.map(({ id, proposalId }) => [proposalId, id]));
  }

  /** The engagement tells when it ended; from then on the agreement neither changes nor is accepted. */
  async noteEngagementEnd(scope: Scope, agreementId: string, endedAt: string): Promise<void> {
    await this.database.transaction(scope, (tx) =>
      tx.execute('UPDATE api.agreement SET engagement_ended_at = $2 WHERE id = $1', [agreementId, endedAt]),
    );
  }

  /** Whether the agreement's engagement is over, within a transaction that has locked the agreement. */
  async engagementEnded(tx: Transaction, agreementId: string): Promise<boolean> {
    const [row] = await tx.query<{ ended: boolean }>(
      'SELECT engagement_ended_at IS NOT NULL AS ended FROM api.agreement WHERE id = $1',
      [agreementId],
    );
    return row?.ended ?? false;
  }

  protected toState(row: AgreementRow): Agreement {
    const parties = {
      agreementId: row.id as AgreementId,
      needId: row.needId as NeedId,
      proposalId: row.proposalId as ProposalId | null,
      businessId: row.businessId as BusinessId,
      agencyId: row.agencyId as AgencyId,
      assistantId: row.assistantId as AssistantId,
      versions: row.versions,
    };
    switch (row.status) {
      case 'drafting':
        return { ...parties, status: 'drafting' };
      case 'accepted':
      case 'changing': {
        const { inForceNumber, acceptedAt } = row;
        if (inForceNumber === null || acceptedAt === null) throw new Error(`agreement ${row.id} has nothing in force`);
        return { ...parties, status: row.status, inForceNumber, acceptedAt: acceptedAt.toISOString() };
      }
      case 'withdrawn':
        if (row.withdrawnAt === null) throw new Error(`agreement ${row.id} does not say when it was withdrawn`);
        return { ...parties, status: 'withdrawn', withdrawnAt: row.withdrawnAt.toISOString() };
      default:
        return row.status satisfies never;
    }
  }

  protected toRow(agreement: Agreement): Omit<AgreementRow, 'id' | 'version'> {
    const { needId, proposalId, businessId, agencyId, assistantId, status, versions } = agreement;
    const inForce = status === 'accepted' || status === 'changing' ? agreement : null;
    return {
      needId,
      proposalId,
      businessId,
      agencyId,
      assistantId,
      status,
      inForceNumber: inForce?.inForceNumber ?? null,
      acceptedAt: inForce ? new Date(inForce.acceptedAt) : null,
      withdrawnAt: status === 'withdrawn' ? new Date(agreement.withdrawnAt) : null,
      versions: [...versions],
    };
  }
}
