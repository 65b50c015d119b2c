import { scopeOf } from '#access';
import { decideSubstitution, type Substitution } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { SubstitutionStore } from './substitution.store.js';

/** `reason` is of a business that declines; null where the agency takes it back. */
export class TurnDownSubstitution extends commandOf<Change & { reason: string | null }, Versioned<Substitution>>() {}

/** It doesn't come to it: the business would rather not, or the agency takes it back. */
@CommandHandler(TurnDownSubstitution)
export class TurnDownSubstitutionHandler implements ICommandHandler<TurnDownSubstitution> {
  constructor(private readonly substitutions: SubstitutionStore) {}

  execute({ actor, id, expectedVersion, reason, now }: TurnDownSubstitution): Promise<Versioned<Substitution>> {
    const by = partyOf(actor);
    return this.substitutions.update(scopeOf(actor), id, expectedVersion, (substitution) =>
      decideSubstitution(
        reason === null ? { type: 'withdrawSubstitution', by, now } : { type: 'declineSubstitution', by, reason, now },
        substitution,
      ),
    );
  }
}
