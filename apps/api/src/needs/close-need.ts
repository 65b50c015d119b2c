import { type Actor, scopeOf } from '#access';
import { type CloseReason, decideNeed, type Need } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { NeedStore } from './need.store.js';

export class CloseNeed extends Command<Versioned<Need>> {
  constructor(
    readonly actor: Actor,
    readonly needId: string,
    readonly expectedVersion: number | null,
    readonly reason: CloseReason,
    readonly now: string,
  ) {
    super();
  }
}

@CommandHandler(CloseNeed)
export class CloseNeedHandler implements ICommandHandler<CloseNeed> {
  constructor(
    private readonly needs: NeedStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, needId, expectedVersion, reason, now }: CloseNeed): Promise<Versioned<Need>> {
    return this.needs.update(scopeOf(actor), needId, expectedVersion, (need) =>
      decideNeed({ type: 'closeNeed', reason, now }, need, { catalogue: this.catalogue.codes }),
    );
  }
}
