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
import type { Scope, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { partiesOf } from '../parties-of.js';
import { agreementEvent } from './agreement.events.js';
import { AgreementRow } from './agreement.row.js';
import { keptVersions } from './kept-versions.js';

@Injectable()
export class AgreementStore extends ApiStore<Agreement, AgreementFact, AgreementRow> {
  protected readonly kind = { noun: 'agreement', row: AgreementRow, evolve: evolveAgreement, toEvent: agreementEvent };

  /** Nobody else changes it until the caller's transaction is over. */
  loadLocked(scope: Scope, id: string): Promise<Versioned<Agreement>> {
    return this.update(scope, id, null, () => []);
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

  /** The one that a need led to with an agency, unless it was withdrawn. */
  async idOfNeed(scope: Scope, needId: string, agencyId: string): Promise<string | null> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.agreement WHERE need_id = $1 AND agency_id = $2 AND status <> 'withdrawn' ORDER BY id DESC LIMIT 1`,
        [needId, agencyId],
      ),
    );
    return row?.id ?? null;
  }

  protected toState(row: AgreementRow): Agreement {
    const parties = {
      agreementId: row.id as AgreementId,
      needId: row.needId as NeedId,
      proposalId: row.proposalId as ProposalId | null,
      businessId: row.businessId as BusinessId,
      agencyId: row.agencyId as AgencyId,
      assistantId: row.assistantId as AssistantId,
      versions: row.versions.map((version) => keptVersions.open(version)),
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
    const { needId, proposalId, status, versions } = agreement;
    const inForce = status === 'accepted' || status === 'changing' ? agreement : null;
    return {
      needId,
      proposalId,
      ...partiesOf(agreement),
      status,
      inForceNumber: inForce?.inForceNumber ?? null,
      acceptedAt: inForce ? new Date(inForce.acceptedAt) : null,
      withdrawnAt: status === 'withdrawn' ? new Date(agreement.withdrawnAt) : null,
      versions: versions.map((version) => keptVersions.keep(version)),
    };
  }
}
