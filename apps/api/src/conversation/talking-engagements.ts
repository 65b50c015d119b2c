import { type Actor, scopeOf } from '#access';
import { demand, type Engagement, type TalkingParties, type Writer } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';

/** The engagements that somebody may talk in. */
@Injectable()
export class TalkingEngagements {
  constructor(private readonly engagements: EngagementStore) {}

  /** @throws DomainError `engagement.not-found` */
  async of(actor: Actor, engagementId: string): Promise<TalkingParties> {
    return talkingParties(await this.byActor(actor, engagementId));
  }

  /** @throws DomainError `engagement.not-found` */
  async byActor(actor: Actor, engagementId: string): Promise<Engagement> {
    const engagement = await this.seenIn(scopeOf(actor), engagementId);
    demandWithinScope(actor, engagement, 'engagement.not-found');
    return engagement;
  }

  /** @throws DomainError `engagement.not-found` */
  async seenIn(scope: Scope, engagementId: string): Promise<Engagement> {
    const engagement = await this.engagements.find(scope, engagementId);
    demand(engagement !== null, 'engagement.not-found');
    return engagement;
  }
}

export const talkingParties = ({ engagementId, businessId, agencyId, assistantId }: Engagement): TalkingParties => ({
  engagementId,
  businessId,
  agencyId,
  assistantId,
});

/** As whom somebody writes in an engagement: an assistant of the agency who isn't the one of it speaks for the agency. */
export function writerIn(actor: Actor, { assistantId }: Pick<TalkingParties, 'assistantId'>): Writer {
  if (actor.organisationKind === 'business') return 'business';
  return actor.assistantId === assistantId ? 'assistant' : 'agency';
}

/** As whom somebody writes, and so whose messages aren't news to her. */
export const writerOf = (actor: Actor): Writer =>
  actor.organisationKind === 'business' ? 'business' : actor.assistantId === null ? 'agency' : 'assistant';

/** Whoever reads has marks of her own; of a key it is the key. */
export const readerOf = (actor: Actor): string => actor.userId ?? actor.key?.id ?? actor.organisationId;
