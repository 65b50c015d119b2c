import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MessageContext, type Scope } from '../database/index.js';
import type { Actor } from '../security/actor.js';
import type { Clock } from '../clock/index.js';
import type { IdempotencyStore } from './idempotency-store.js';

const storage = new AsyncLocalStorage<RequestContext>();

/** What is known about the request in hand, for whatever runs on its behalf. */
export class RequestContext {
  actor: Actor | null = null;
  /** What a database transaction for the actor may see. */
  scope: Scope = { kind: 'public' };
  /** Who is answerable for the request: `user:…`, `key:…` or `client:…`; never shown, only compared. */
  principal: string | null = null;

  constructor(
    readonly requestId: string,
    /** Ties together everything that follows from one cause, over all services. */
    readonly correlationId: string,
    /** W3C trace context of the caller, if it sent one. */
    readonly traceparent: string | null,
    readonly clock: Clock,
    readonly idempotency: IdempotencyStore | null,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {}

  static current(): RequestContext | null {
    return storage.getStore() ?? null;
  }

  /** The context of the request in hand; outside of a request it is a programmer's error. */
  static required(): RequestContext {
    const context = storage.getStore();
    if (!context) throw new Error('There is no request in hand');
    return context;
  }

  /** Events that the work appends carry the correlation on. */
  run<T>(work: () => T): T {
    const { correlationId, requestId, traceparent } = this;
    return storage.run(this, () => MessageContext.run({ correlationId, causationId: requestId, traceparent }, work));
  }
}
