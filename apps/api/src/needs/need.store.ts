import type { NeedQueryDto } from '#contracts';
import {
  type BusinessId,
  type CloseReason,
  type CompleteNeedDetails,
  evolveNeed,
  type Need,
  needDetailsOf,
  type NeedFact,
  type NeedId,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import type { CountedPage } from '../sorted-list.js';
import { needConditions, needSorts } from './need-list.js';
import { needEvent } from './need.events.js';
import { NeedRow } from './need.row.js';

@Injectable()
export class NeedStore extends ApiStore<Need, NeedFact, NeedRow> {
  protected readonly kind = { noun: 'need', row: NeedRow, evolve: evolveNeed, toEvent: needEvent };
  protected override readonly owners = ['businessId'] as const;

  /** Those of the scope's business. @throws DomainError `time.…` */
  list<Item>(
    scope: Scope,
    query: NeedQueryDto,
    request: PageRequest,
    toItem: (one: Versioned<Need>) => Item,
  ): Promise<CountedPage<Item>> {
    const list = { from: 'api.need', conditions: needConditions(query), sorts: needSorts };
    return this.sortedPage(scope, { ...list, sort: query.sort ?? 'created' }, request, toItem);
  }

  /** Nobody else changes it until the caller's transaction is over. */
  loadLocked(scope: Scope, id: string): Promise<Versioned<Need>> {
    return this.update(scope, id, null, () => []);
  }

  protected toState(row: NeedRow): Need {
    const identity = {
      ...row.details,
      preferredSkills: row.details.preferredSkills ?? [],
      needId: row.id as NeedId,
      businessId: row.businessId as BusinessId,
      draftedAt: row.draftedAt.toISOString(),
    };
    switch (row.status) {
      case 'draft':
        return { ...identity, status: 'draft' };
      case 'posted':
        // Only a complete need gets this status.
        return {
          ...(identity as typeof identity & CompleteNeedDetails),
          status: 'posted',
          postedAt: row.postedAt!.toISOString(),
        };
      case 'closed':
        return {
          ...identity,
          status: 'closed',
          ...(row.postedAt !== null && { postedAt: row.postedAt.toISOString() }),
          closedAt: row.closedAt!.toISOString(),
          reason: row.closeReason as CloseReason,
        };
      default:
        return row.status satisfies never;
    }
  }

  protected toRow(need: Need): Omit<NeedRow, 'id' | 'version'> {
    const postedAt = need.status === 'draft' ? undefined : need.postedAt;
    return {
      businessId: need.businessId,
      status: need.status,
      details: needDetailsOf(need),
      openToProposals: need.openToProposals,
      invitedAgencyIds: [...need.invitedAgencyIds],
      excludedAgencyIds: [...need.excludedAgencyIds],
      startsOn: need.startsOn,
      endsOn: need.endsOn,
      draftedAt: new Date(need.draftedAt),
      postedAt: postedAt === undefined ? null : new Date(postedAt),
      closedAt: need.status === 'closed' ? new Date(need.closedAt) : null,
      closeReason: need.status === 'closed' ? need.reason : null,
    };
  }
}
