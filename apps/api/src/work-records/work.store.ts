import { type Actor, scopeOf } from '#access';
import type { Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { type StateRow, StateStore } from '../state-store.js';
import { demandWithinScope } from './assistant-scope.js';

interface Work {
  readonly assistantId: string;
}

/** The store of what belongs to somebody's work: of assistants, each finds her own alone. */
@Injectable()
export abstract class WorkStore<State extends Work, Fact, Row extends StateRow<State>> extends StateStore<
  State,
  Fact,
  Row
> {
  /** @throws DomainError `<noun>.not-found`, also for what belongs to another assistant */
  async loadOf(actor: Actor, id: string): Promise<Versioned<State>> {
    const found = await this.load(scopeOf(actor), id);
    demandWithinScope(actor, found.state, `${this.kind.noun}.not-found`);
    return found;
  }
}
