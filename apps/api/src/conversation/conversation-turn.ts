import { type Actor, scopeOf } from '#access';
import type { AgreedChannel, AnsweringTime, Engagement, TalkingParties } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { AgreedChannels } from '../work-records/agreed-channels.js';
import { AnsweringTimes, noMatter } from './answering-times.js';
import { MessageStore } from './message.store.js';
import { TalkingEngagements, talkingParties } from './talking-engagements.js';

/** A conversation in which nobody else writes meanwhile. */
export interface HeldConversation {
  readonly tx: Transaction;
  readonly engagement: Engagement;
  readonly parties: TalkingParties;
  /** All that were ever agreed. */
  readonly channels: readonly AgreedChannel[];
  /** How soon a question is to be answered. */
  readonly answeringOf: (question: object | null) => Promise<AnsweringTime>;
}

type Writing<T> = (conversation: HeldConversation) => Promise<T>;

/** Whoever writes in a conversation takes turns with all others who do, in one transaction each. */
@Injectable()
export class ConversationTurn {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
    private readonly channels: AgreedChannels,
    private readonly messages: MessageStore,
    private readonly answering: AnsweringTimes,
  ) {}

  /** @throws DomainError `engagement.not-found` */
  ofActor<T>(actor: Actor, engagementId: string, write: Writing<T>): Promise<T> {
    return this.hold(scopeOf(actor), () => this.talking.byActor(actor, engagementId), write);
  }

  /** The same of an engagement that is seen in a scope, whoever writes. @throws DomainError `engagement.not-found` */
  seenIn<T>(scope: Scope, engagementId: string, write: Writing<T>): Promise<T> {
    return this.hold(scope, () => this.talking.seenIn(scope, engagementId), write);
  }

  private hold<T>(scope: Scope, find: () => Promise<Engagement>, write: Writing<T>): Promise<T> {
    return this.database.transaction(scope, async (tx) => {
      const engagement = await find();
      const parties = talkingParties(engagement);
      await this.messages.lock(tx, parties);
      const channels = await this.channels.of(scope, parties.engagementId);
      const answeringOf = async (question: object | null) =>
        question === null ? noMatter : this.answering.of(parties);
      return write({ tx, engagement, parties, channels, answeringOf });
    });
  }
}
