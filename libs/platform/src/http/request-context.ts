import type { FastifyContextConfig, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/index.js';
import { MessageContext, type Scope } from '../database/index.js';
import type { Actor } from '../security/actor.js';
import { hashSecret } from '../security/secrets.js';
import type { Span } from '../tracing/index.js';
import type { IdempotencyStore } from './idempotency-store.js';

/** Where what the work announces comes from; by it the request is found from wherever the work has got to. */
class MessageOfRequest implements MessageContext {
  readonly causationId: string;
  readonly correlationId: string;
  readonly traceparent: string | null;
  readonly #request: RequestContext;

  constructor(request: RequestContext) {
    this.correlationId = request.correlationId;
    this.causationId = request.requestId;
    this.traceparent = request.traceparent;
    this.#request = request;
  }

  static requestOf(context: MessageContext | undefined): RequestContext | null {
    return context !== undefined && #request in context ? context.#request : null;
  }
}

/** What is known about the request in hand, for whatever runs on its behalf. */
export class RequestContext {
  actor: Actor | null = null;
  /** What a database transaction for the actor may see. */
  scope: Scope = { kind: 'public' };
  /** Where the service is traced. */
  span: Span | null = null;
  /** The template of the route, with what it is configured to; undefined where there is none. Fastify puts both together anew for whoever asks. */
  readonly route: string | undefined;
  readonly config: FastifyContextConfig | undefined;
  private signedIn: string | null = null;
  private admitAgain: (() => Promise<void>) | null = null;

  constructor(
    readonly requestId: string,
    /** Ties together everything that follows from one cause, over all services. */
    readonly correlationId: string,
    /** W3C trace context: of the request's own span where it is traced, or else of the caller, if it sent one. */
    readonly traceparent: string | null,
    readonly clock: Clock,
    readonly idempotency: IdempotencyStore | null,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {
    const { url, config } = request.routeOptions;
    this.route = url;
    this.config = config;
  }

  static current(): RequestContext | null {
    return MessageOfRequest.requestOf(MessageContext.current());
  }

  /** The context of the request in hand; outside of a request it is a programmer's error. */
  static required(): RequestContext {
    const context = RequestContext.current();
    if (context === null) throw new Error('There is no request in hand');
    return context;
  }

  /** Who is answerable for the request: `user:…`, `key:…` or `client:…`; never shown, only compared. */
  get principal(): string {
    return this.signedIn ?? `client:${hashSecret(this.request.ip)}`;
  }

  /** @param admitAgain looks whether the one who asks still may, and fails otherwise */
  signIn(actor: Actor, principal: string, scope: Scope, admitAgain: () => Promise<void>): void {
    this.actor = actor;
    this.scope = scope;
    this.signedIn = principal;
    this.admitAgain = admitAgain;
  }

  /**
   * For what goes on after the answer has begun: whether the credential that it came with still lets it, by the rule of the
   * route. False as well when that can't be found out.
   */
  async isStillAdmitted(): Promise<boolean> {
    if (this.admitAgain === null) return true;
    return this.admitAgain().then(
      () => true,
      () => false,
    );
  }

  /** Events that the work appends carry the correlation on. */
  run<T>(work: () => T): T {
    return MessageContext.run(new MessageOfRequest(this), work);
  }
}
