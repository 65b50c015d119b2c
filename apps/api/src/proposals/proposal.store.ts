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
import { AggregateStore, type Database, type Scope, type Versioned } from '#platform/database';
import { decodeCursor, encodeCursor, type Page, pageOf, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { ofParty } from '../agreements/of-party.js';
import { apiDatabase } from '../api-database.js';
import { proposalEvent } from './proposal.events.js';
import { ProposalRow } from './proposal.row.js';

export interface ProposalFilter {
  readonly needId?: string | undefined;
  readonly status?: Proposal['status'] | undefined;
}

@Injectable()
export class ProposalStore extends AggregateStore<Proposal, ProposalFact, ProposalRow> {
  protected readonly entity = ProposalRow;
  protected readonly aggregateType = 'proposal';
  protected readonly evolve = evolveProposal;
  protected readonly toEvent = proposalEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

  /** Those of the scope's organisation, oldest first. */
  page(scope: Scope, { needId, status }: ProposalFilter, page: PageRequest): Promise<Page<Versioned<Proposal>>> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const where = {
      ...(needId !== undefined && { needId }),
      ...(status !== undefined && { status }),
      ...(after !== null && { id: MoreThan(after) }),
    };
    return this.database.transaction(scope, async (tx) => {
      const rows = await tx.manager.find(ProposalRow, {
        where: ofParty(scope, where),
        order: { id: 'ASC' },
        take: page.limit + 1,
      });
      return pageOf(
        rows,
        page.limit,
        (row) => ({ state: this.toState(row), version: row.version }),
        ({ id }) => encodeCursor({ id }),
      );
    });
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
      case 'withdrawn':
        return { ...proposal, status: 'withdrawn', withdrawnAt: decidedAt };
      default:
        return row.status satisfies never;
    }
  }

  protected toRow(proposal: Proposal): Omit<ProposalRow, 'id' | 'version'> {
    const { needId, needVersion, businessId, agencyId, assistantId, status, message } = proposal;
    const decidedAt = decidedAtOf(proposal);
    return {
      needId,
      needVersion,
      businessId,
      agencyId,
      assistantId,
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

/** When it was accepted, declined or withdrawn; null while it is open. */
export function decidedAtOf(proposal: Proposal): string | null {
  switch (proposal.status) {
    case 'open':
      return null;
    case 'accepted':
      return proposal.acceptedAt;
    case 'declined':
      return proposal.declinedAt;
    case 'withdrawn':
      return proposal.withdrawnAt;
    default:
      return proposal satisfies never;
  }
}
