import { type EventEnvelope, topicOf } from '#contracts/envelope';
import { ReplayAskedV1 } from '#contracts/messages';
import { Logger } from '@nestjs/common';
import type { Schema } from '../database/index.js';
import type { DeadLetters } from './dead-letters.js';
import type { Subscription, UnreadableMessage } from './event-transport.js';
import { payloadOf, UnfitDataError } from './payload.js';

const replayTopic = topicOf('replay');

/**
 * Hears administrators' wishes to handle again what was put aside. They come as events, because the dead letters of a
 * service are its own. A wish needs no note of its own: a replay that finds nothing to do does nothing.
 */
export class ReplayRequests implements Subscription {
  readonly consumer: string;
  readonly topics = [replayTopic];
  readonly durable = true;
  private readonly logger = new Logger('Messaging');

  constructor(
    private readonly service: Schema,
    private readonly deadLettersOf: (consumer: string) => DeadLetters | undefined,
  ) {
    this.consumer = `${service}-replays`;
  }

  async handle(envelope: EventEnvelope): Promise<void> {
    if (envelope.type !== ReplayAskedV1.type) return;
    try {
      const asked = (await payloadOf(ReplayAskedV1, envelope)) as ReplayAskedV1;
      if (asked.service !== this.service) return;
      await this.deadLettersOf(asked.consumer)?.replay(asked.aggregateType, asked.aggregateId);
    } catch (error) {
      if (!(error instanceof UnfitDataError)) throw error;
      this.logger.warn(error.message);
    }
  }

  async handleUnreadable({ topic, offset, cause }: UnreadableMessage): Promise<void> {
    this.logger.warn(`a message on ${topic} at ${offset} is no wish for a replay: ${cause}`);
  }
}
