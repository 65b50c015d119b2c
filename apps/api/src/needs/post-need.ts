import { scopeOf } from '#access';
import { decideNeed, type Need } from '#domain';
import type { Database, Versioned } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from './need.store.js';
import { ShortlistStore } from './shortlist.store.js';

export class PostNeed extends commandOf<Change, Versioned<Need>>() {}

/** Shows a complete need to agencies, and has it matched. */
@CommandHandler(PostNeed)
export class PostNeedHandler implements ICommandHandler<PostNeed> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly needs: NeedStore,
    private readonly shortlists: ShortlistStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, id: needId, expectedVersion, now }: PostNeed): Promise<Versioned<Need>> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      const need = await this.needs.update(scopeOf(actor), needId, expectedVersion, (state) =>
        decideNeed({ type: 'postNeed', now }, state, { catalogue: this.catalogue.codes }),
      );
      await this.shortlists.expect(tx, need);
      return need;
    });
  }
}
