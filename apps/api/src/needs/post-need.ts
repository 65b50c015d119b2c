import { scopeOf } from '#access';
import { decideNeed, type Need } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
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
    private readonly database: ApiDatabase,
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
