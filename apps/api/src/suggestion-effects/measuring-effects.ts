import { marketplace } from '#access';
import { decideAboutEffect } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { SuggestionEffectStore } from '../suggestions/suggestion-effect.store.js';
import { EffectCounting } from './effect-counting.js';

const plan = { name: 'measuring suggestions', everySeconds: 30, atMost: 50 } as const;

/** Measures suggestions by which one has worked for thirty days, or asks the business what came of them. */
@Injectable()
export class MeasuringEffects extends DueSweep<string> {
  constructor(
    private readonly effects: SuggestionEffectStore,
    private readonly counting: EffectCounting,
  ) {
    super(plan, (now, atMost) => effects.due(marketplace, now, atMost));
  }

  protected override async settle(id: string, now: string): Promise<void> {
    const { state } = await this.effects.load(marketplace, id);
    const counted = await this.counting.of(state, now);
    await this.effects.update(marketplace, id, null, (effect) =>
      decideAboutEffect({ type: 'measureEffect', counted, now }, effect),
    );
  }
}
