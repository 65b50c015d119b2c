import { scopeOf } from '#access';
import { type CloseReason, decideNeed, type Need } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from './need.store.js';

export class CloseNeed extends commandOf<Change & { reason: CloseReason }, Versioned<Need>>() {}

@CommandHandler(CloseNeed)
export class CloseNeedHandler implements ICommandHandler<CloseNeed> {
  constructor(
    private readonly needs: NeedStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, id: needId, expectedVersion, reason, now }: CloseNeed): Promise<Versioned<Need>> {
    return this.needs.update(scopeOf(actor), needId, expectedVersion, (need) =>
      decideNeed({ type: 'closeNeed', reason, now }, need, { catalogue: this.catalogue.codes }),
    );
  }
}
