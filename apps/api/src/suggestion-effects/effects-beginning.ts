import { marketplace } from '#access';
import { agreementEvents } from '#contracts';
import { decideEffect, startOfDay, type SuggestionEffectId, versionInForce } from '#domain';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AgreementStore } from '../agreements/agreement.store.js';
import { SuggestionEffectStore } from '../suggestions/suggestion-effect.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

/** Whatever is adopted by the terms in force is looked at again, from the day on which they hold. */
@Injectable()
export class EffectsBeginning implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly effects: SuggestionEffectStore,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-suggestion-effects',
      handles: [
        handlersFor(agreementEvents, {
          'agreement.drafted.v1': ignored,
          'agreement.revised.v1': ignored,
          'agreement.side-accepted.v1': ignored,
          'agreement.accepted.v1': ({ aggregateId }) => this.begin(aggregateId, null),
          'agreement.change-order-proposed.v1': ignored,
          'agreement.change-order-accepted.v1': ({ aggregateId, data }) => this.begin(aggregateId, data.acceptedAt),
          'agreement.change-order-withdrawn.v1': ignored,
          'agreement.withdrawn.v1': ignored,
        }),
      ],
    });
  }

  /**
   * In the transaction that notes the event as handled; what has begun before goes on. What stands in the first terms counts from
   * their first day, whenever they were signed, as a baseline does.
   * @param changedAt when a change order was accepted; null of the first terms
   */
  private async begin(engagementId: string, changedAt: string | null): Promise<void> {
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const engagement = await this.engagements.find(marketplace, engagementId);
    const terms = versionInForce(agreement)?.terms;
    if (terms === undefined || engagement === null) return;
    const known = await this.effects.ofEngagement(marketplace, engagementId);
    const begun = new Set(known.map(({ state }) => state.suggestion.suggestionId));
    const startsAt = startOfDay(terms.startsOn, terms.timeZone);
    const from = changedAt === null || startsAt > changedAt ? startsAt : changedAt;
    for (const suggestion of terms.adoptedSuggestions) {
      if (begun.has(suggestion.suggestionId)) continue;
      const effectId = uuidv7() as SuggestionEffectId;
      await this.effects.create(
        marketplace,
        effectId,
        decideEffect({ type: 'beginEffect', effectId, engagement, suggestion, from }),
      );
    }
  }
}
