import { Ambient } from './ambient.js';

/** What ties an event to the request or the event that led to it. */
export interface MessageContext {
  /** The same for everything that follows from one request. */
  readonly correlationId: string;
  /** Id of the event that was being handled, or of the request; null at the start of a chain. */
  readonly causationId: string | null;
  /** W3C trace context header, where there is one. */
  readonly traceparent: string | null;
}

const ambient = new Ambient<MessageContext>();

/** Carries the context through awaits, so that use cases needn't pass it on. */
export const MessageContext = {
  run: <T>(context: MessageContext, work: () => T): T => ambient.run(context, work),
  current: (): MessageContext | undefined => ambient.current(),
};
