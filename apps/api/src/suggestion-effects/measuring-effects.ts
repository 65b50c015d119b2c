import { marketplace } from '#access';
import { decideAboutEffect } from '#domain';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { SuggestionEffectStore } from '../suggestions/suggestion-effect.store.js';
import { EffectCounting } from './effect-counting.js';

const plan = { name: 'measuring suggestions', everySeconds: 30, atMost: 50 } as const;

/** Measures suggestions by which one has worked for thirty days, or asks the business what came of them. */
@Injectable()
export class MeasuringEffects extends Sweep {
  constructor(
    private readonly effects: SuggestionEffectStore,
    private readonly counting: EffectCounting,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 50 at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const ids = await this.effects.due(marketplace, now, plan.atMost);
    for (const id of ids) {
      const { state } = await this.effects.load(marketplace, id);
      const counted = await this.counting.of(state, now);
      await this.effects.update(marketplace, id, null, (effect) =>
        decideAboutEffect({ type: 'measureEffect', counted, now }, effect),
      );
    }
    return ids.length;
  }
}
