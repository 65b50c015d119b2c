import { type Actor, scopeOf } from '#access';
import { type Agreement, type AssistantId, demand } from '#domain';
import type { Versioned } from '#platform/database';
import type { Page, PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { RowFilter } from '../api-store.js';
import { readersOfAll } from './agreement-rules.js';
import type { AgreementRow } from './agreement.row.js';
import { AgreementStore } from './agreement.store.js';

const nobody = '00000000-0000-0000-0000-000000000000' as AssistantId;

/** Agreements as somebody may read them. */
@Injectable()
export class AgreementReads {
  constructor(private readonly agreements: AgreementStore) {}

  /** @throws DomainError `agreement.not-found`, also for an agreement in which another assistant is named */
  async one(actor: Actor, id: string): Promise<Versioned<Agreement>> {
    const agreement = await this.agreements.load(scopeOf(actor), id);
    const named = namedIn(actor);
    demand(named === null || named === agreement.state.assistantId, 'agreement.not-found');
    return agreement;
  }

  /** Oldest first. */
  page<Item>(
    actor: Actor,
    filter: RowFilter<AgreementRow>,
    request: PageRequest,
    toItem: (one: Versioned<Agreement>) => Item,
  ): Promise<Page<Item>> {
    const assistantId = namedIn(actor) ?? undefined;
    return this.agreements.page(scopeOf(actor), { ...filter, assistantId }, request, toItem);
  }
}

/** The assistant who has to be named for the actor to read an agreement; null for who reads all. */
function namedIn(actor: Actor): string | null {
  const readsAll = actor.roles.some((role) => readersOfAll.includes(role));
  return readsAll ? null : (actor.assistantId ?? nobody);
}
