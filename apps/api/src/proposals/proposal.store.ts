import {
  type AgencyId,
  type AssistantId,
  type BusinessId,
  evolveProposal,
  type NeedId,
  type Proposal,
  type ProposalFact,
  type ProposalId,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore, type Refusals } from '../api-store.js';
import { partiesOf } from '../parties-of.js';
import { proposalEvent } from './proposal.events.js';
import { ProposalRow } from './proposal.row.js';

@Injectable()
export class ProposalStore extends ApiStore<Proposal, ProposalFact, ProposalRow> {
  protected readonly kind = { noun: 'proposal', row: ProposalRow, evolve: evolveProposal, toEvent: proposalEvent };
  /** The need has an open proposal of the assistant. */
  protected override readonly refusals: Refusals = {
    proposal_one_open: ['proposal.already-open', { at: ['assistantId'] }],
  };

  /** Open proposals of a need, whoever made them. */
  async openOf(scope: Scope, needId: string): Promise<string[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<{ id: string }>(`SELECT id FROM api.proposal WHERE need_id = $1 AND status = 'open' ORDER BY id`, [
        needId,
      ]),
    );
    return rows.map(({ id }) => id);
  }

  /** Open ones to be compared: of each agency in turn, the earliest first. */
  async sideBySide(scope: Scope, needId: string, atMost: number): Promise<string[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.proposal WHERE need_id = $1 AND status = 'open'
          ORDER BY row_number() OVER (PARTITION BY agency_id ORDER BY id), id LIMIT $2`,
        [needId, atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }

  async countOpen(scope: Scope, needId: string, agencyId: string): Promise<number> {
    const [counted] = await this.database.read(scope, (tx) =>
      tx.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM api.proposal WHERE need_id = $1 AND agency_id = $2 AND status = 'open'`,
        [needId, agencyId],
      ),
    );
    return counted?.count ?? 0;
  }

  protected toState(row: ProposalRow): Proposal {
    const proposal = {
      proposalId: row.id as ProposalId,
      needId: row.needId as NeedId,
      needVersion: row.needVersion,
      businessId: row.businessId as BusinessId,
      agencyId: row.agencyId as AgencyId,
      assistantId: row.assistantId as AssistantId,
      lines: row.lines,
      suggestions: row.suggestions,
      adoptedSuggestionIds: row.adoptedSuggestionIds,
      message: row.message,
      madeAt: row.madeAt.toISOString(),
    };
    if (row.status === 'open') return { ...proposal, status: 'open' };
    if (row.decidedAt === null) throw new Error(`proposal ${row.id} does not say when it was decided`);
    const decidedAt = row.decidedAt.toISOString();
    switch (row.status) {
      case 'accepted':
        return { ...proposal, status: 'accepted', acceptedAt: decidedAt };
      case 'declined':
        return { ...proposal, status: 'declined', declinedAt: decidedAt, reason: row.declineReason };
      case 'closed':
        return { ...proposal, status: 'closed', closedAt: decidedAt };
      case 'withdrawn':
        return { ...proposal, status: 'withdrawn', withdrawnAt: decidedAt };
      default:
        return row.status satisfies never;
    }
  }

  protected toRow(proposal: Proposal): Omit<ProposalRow, 'id' | 'version'> {
    const { needId, needVersion, status, message } = proposal;
    const decidedAt = decidedAtOf(proposal);
    return {
      needId,
      needVersion,
      ...partiesOf(proposal),
      status,
      message,
      lines: [...proposal.lines],
      suggestions: [...proposal.suggestions],
      adoptedSuggestionIds: [...proposal.adoptedSuggestionIds],
      madeAt: new Date(proposal.madeAt),
      decidedAt: decidedAt === null ? null : new Date(decidedAt),
      declineReason: proposal.status === 'declined' ? proposal.reason : null,
    };
  }
}

/** When it was accepted, declined, closed or withdrawn; null while it is open. */
export function decidedAtOf(proposal: Proposal): string | null {
  switch (proposal.status) {
    case 'open':
      return null;
    case 'accepted':
      return proposal.acceptedAt;
    case 'declined':
      return proposal.declinedAt;
    case 'closed':
      return proposal.closedAt;
    case 'withdrawn':
      return proposal.withdrawnAt;
    default:
      return proposal satisfies never;
  }
}
