import { scopeOf } from '#access';
import { decideAboutEffect, demand, type EffectVerdict, type SuggestionEffect } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { SuggestionEffectStore } from '../suggestions/suggestion-effect.store.js';

export class TellEffect extends commandOf<
  NestedChange & { value: number | null; verdict: EffectVerdict | null },
  Versioned<SuggestionEffect>
>() {}

/** The business says what came of a suggestion, where it could not be counted. */
@CommandHandler(TellEffect)
export class TellEffectHandler implements ICommandHandler<TellEffect> {
  constructor(private readonly effects: SuggestionEffectStore) {}

  /** @throws DomainError `suggestion-effect.…`, `precondition.stale` */
  execute(command: TellEffect): Promise<Versioned<SuggestionEffect>> {
    const { actor, parentId: engagementId, id, expectedVersion, value, verdict, now } = command;
    return this.effects.update(scopeOf(actor), id, expectedVersion, (effect) => {
      demand(effect.engagementId === engagementId, 'suggestion-effect.not-found');
      return decideAboutEffect({ type: 'tellEffect', by: partyOf(actor), value, verdict, now }, effect);
    });
  }
}
