import { isSampled, type Span, traced, type Tracing } from '../tracing/index.js';
import { MessageContext } from './message-context.js';

/** Sends a statement, as a span of the request or the event that it is part of; what belongs to neither has none. */
export const tracedStatement = <T>(text: string, send: () => Promise<T>, shows: 'text' | 'verb'): Promise<T> =>
  traced((tracing) => spanOf(tracing, text, shows), send);

/** The text has no values in it, but for the statements that begin transactions, of which the verb is told alone. */
function spanOf(tracing: Tracing, text: string, shows: 'text' | 'verb'): Span | null {
  const parent = MessageContext.current()?.traceparent;
  if (!isSampled(parent)) return null;
  const verb = /[a-z]+/i.exec(text)?.[0].toUpperCase() ?? 'STATEMENT';
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': verb,
    ...(shows === 'text' && { 'db.query.text': text.trim() }),
  };
  return tracing.start({ name: verb, kind: 'client', parent, attributes });
}
