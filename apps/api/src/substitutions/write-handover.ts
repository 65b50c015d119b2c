import { scopeOf } from '#access';
import { decideSubstitution, type HandoverPack, type Substitution } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { HandoverContexts } from './handover-contexts.js';
import { SubstitutionStore } from './substitution.store.js';

export class WriteHandover extends commandOf<Change & { pack: HandoverPack }, Versioned<Substitution>>() {}

/** The agency, or whoever can't herself, writes down what the substitute has to know. */
@CommandHandler(WriteHandover)
export class WriteHandoverHandler implements ICommandHandler<WriteHandover> {
  constructor(
    private readonly substitutions: SubstitutionStore,
    private readonly contexts: HandoverContexts,
  ) {}

  async execute({ actor, id, expectedVersion, pack, now }: WriteHandover): Promise<Versioned<Substitution>> {
    const scope = scopeOf(actor);
    await this.substitutions.loadOf(actor, id);
    return this.substitutions.update(scope, id, expectedVersion, async (substitution) => {
      const context = await this.contexts.of(scope, substitution.agreementId, substitution.assistantId);
      return decideSubstitution({ type: 'writeHandover', by: partyOf(actor), pack, ...context, now }, substitution);
    });
  }
}
