import { type Actor, scopeOf } from '#access';
import { demand, type TalkingParties, type Writer } from '#domain';
import { Injectable } from '@nestjs/common';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';

/** The engagements that somebody may talk in. */
@Injectable()
export class TalkingEngagements {
  constructor(private readonly engagements: EngagementStore) {}

  /** @throws DomainError `engagement.not-found` */
  async of(actor: Actor, engagementId: string): Promise<TalkingParties> {
    const engagement = await this.engagements.find(scopeOf(actor), engagementId);
    demand(engagement !== null, 'engagement.not-found');
    demandWithinScope(actor, engagement, 'engagement.not-found');
    const { businessId, agencyId, assistantId } = engagement;
    return { engagementId: engagement.engagementId, businessId, agencyId, assistantId };
  }
}

export const isAssistantOf = (actor: Actor, { assistantId }: Pick<TalkingParties, 'assistantId'>): boolean =>
  actor.organisationKind === 'agency' && actor.assistantId === assistantId;

/** As whom somebody writes, and so whose messages aren't news to her. */
export const writerOf = (actor: Actor): Writer =>
  actor.organisationKind === 'business' ? 'business' : actor.assistantId === null ? 'agency' : 'assistant';

/** Whoever reads has marks of her own; of a key it is the key. */
export const readerOf = (actor: Actor): string => actor.userId ?? actor.key?.id ?? actor.organisationId;
