import { scopeOf } from '#access';
import type { UpdateNeedDto } from '#contracts';
import { decideNeed, type Need, needDetailsOf } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { commandOf } from '../command-of.js';
import { needChanges } from './need.dto-mapping.js';
import { NeedStore } from './need.store.js';
import { ShortlistStore } from './shortlist.store.js';

export class EditNeed extends commandOf<Change & { changes: UpdateNeedDto }, Versioned<Need>>() {}

/** Changes a draft or a posted need; the latter is matched anew. */
@CommandHandler(EditNeed)
export class EditNeedHandler implements ICommandHandler<EditNeed> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly needs: NeedStore,
    private readonly shortlists: ShortlistStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, id: needId, expectedVersion, changes, now }: EditNeed): Promise<Versioned<Need>> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      let isMatchedAnew = false;
      const need = await this.needs.update(scopeOf(actor), needId, expectedVersion, (state) => {
        const command = {
          type: 'editNeed',
          changes: needChanges(changes, needDetailsOf(state), this.catalogue),
          now,
        } as const;
        const facts = decideNeed(command, state, { catalogue: this.catalogue.codes });
        isMatchedAnew = state.status === 'posted' && facts.length > 0;
        return facts;
      });
      if (isMatchedAnew) await this.shortlists.expect(tx, need);
      return need;
    });
  }
}
