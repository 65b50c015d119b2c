import { type EventEnvelope, topicOf } from '#contracts/envelope';
import { DiscardAskedV1, ReplayAskedV1 } from '#contracts/messages';
import { Logger } from '@nestjs/common';
import { isInfrastructureFailure, type Schema } from '../database/index.js';
import type { DeadLetters } from './dead-letters.js';
import type { Subscription, UnreadableMessage } from './event-transport.js';
import { payloadOf } from './payload.js';

const replayTopic = topicOf('replay');

/**
 * Hears administrators' wishes to handle again what was put aside, or to give it up. They come as events, because the dead letters of
 * a service are its own. A wish needs no note of its own: one that finds nothing to do does nothing.
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
    try {
      if (envelope.type === ReplayAskedV1.type) {
        const asked = (await payloadOf(ReplayAskedV1, envelope)) as ReplayAskedV1;
        await this.lettersFor(asked)?.replay(asked.aggregateType, asked.aggregateId);
      } else if (envelope.type === DiscardAskedV1.type) {
        const asked = (await payloadOf(DiscardAskedV1, envelope)) as DiscardAskedV1;
        await this.lettersFor(asked)?.discard(asked.letterId);
      }
    } catch (error) {
      if (isInfrastructureFailure(error)) throw error;
      // Whoever asked sees that nothing has changed; what comes behind must not wait for it.
      this.logger.warn(`a wish about a dead letter was not carried out: ${String(error)}`);
    }
  }

  private lettersFor({ service, consumer }: ReplayAskedV1 | DiscardAskedV1): DeadLetters | undefined {
    return service === this.service ? this.deadLettersOf(consumer) : undefined;
  }

  async handleUnreadable({ topic, offset, cause }: UnreadableMessage): Promise<void> {
    this.logger.warn(`a message on ${topic} at ${offset} is no wish for a replay: ${cause}`);
  }
}
