import type { IHeaders, TopicMessages } from 'kafkajs';
import { isSampled, type Span, tracing } from '../../tracing/index.js';

/** A span for each event that is part of a trace, though they go out together: what stands between it and the request is the wait in outbox and journal. */
export function sendingSpans(topicMessages: readonly TopicMessages[]): Span[] {
  const active = tracing();
  if (active === null) return [];
  return topicMessages.flatMap(({ topic, messages }) =>
    messages.flatMap(({ headers = {} }) => {
      const parent = textOf(headers, 'traceparent');
      if (!isSampled(parent)) return [];
      const attributes = {
        'messaging.system': 'kafka',
        'messaging.operation.name': 'send',
        'messaging.operation.type': 'send',
        'messaging.destination.name': topic,
        'messaging.message.id': textOf(headers, 'ce_id') ?? '',
        'cloudevents.event_type': textOf(headers, 'ce_type') ?? '',
      };
      return [active.start({ name: `send ${topic}`, kind: 'producer', parent, attributes })];
    }),
  );
}

const textOf = (headers: IHeaders, name: string): string | null => headers[name]?.toString() ?? null;
