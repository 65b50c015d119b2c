import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { type AccessRule, refusalOf } from '../security/access.js';
import { AccessTokens } from '../security/access-tokens.js';
import type { Actor } from '../security/actor.js';
import { CredentialResolver } from '../security/credential-resolver.js';
import { apiKeyPrefix, hashSecret, isSecret } from '../security/secrets.js';
import { bearerOf } from './bearer.js';
import { provided } from './provided.js';
import type { RequestContext } from './request-context.js';
import { accessTokenOfCookie } from './session-cookies.js';
import { SharedLooks } from './shared-looks.js';

/** Stands before every route that isn't public, and lets nobody through whom the route's rule doesn't name. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  private resolver: CredentialResolver | null = null;
  private tokens: AccessTokens | null = null;
  /** Pages and programs send several requests at once with one credential. */
  private readonly looks = new SharedLooks<Actor | null>();

  constructor(private readonly modules: ModuleRef) {}

  /** The application provides both, in whichever module; an app of public routes alone needs neither. */
  onModuleInit(): void {
    this.resolver = provided(this.modules, CredentialResolver);
    this.tokens = provided(this.modules, AccessTokens);
  }

  /** Finds out who asks, and fails for whoever the rule of the route doesn't name. */
  async admit(rule: Exclude<AccessRule, { public: true }> | undefined, context: RequestContext): Promise<void> {
    const credential = credentialOf(context.request);
    const { resolver } = this;
    if (!resolver) throw new DomainError('auth.invalid-token');
    const { actor, principal } = await this.authenticate(context, resolver, credential);
    // The start-up check finds routes without a rule; should one get past it, it is nobody's.
    if (rule === undefined) throw new DomainError('auth.forbidden');
    const refusal = refusalOf(actor, rule);
    if (refusal === 'scope') {
      throw new DomainError('auth.forbidden', { detail: `The API key lacks the scope ${rule.scope ?? 'for this'}.` });
    }
    if (refusal === 'role') throw new DomainError('auth.forbidden', { detail: 'Your role does not allow this.' });
    const isReading = context.request.method === 'GET' || context.request.method === 'HEAD';
    if (!actor.isConfirmed && !isReading && rule.unconfirmed !== true) throw new DomainError('auth.unconfirmed');
    context.signIn(actor, principal, resolver.scopeOf(actor), () => this.admit(rule, context));
  }

  private async authenticate(
    context: RequestContext,
    resolver: CredentialResolver,
    credential: string,
  ): Promise<{ actor: Actor; principal: string }> {
    if (credential.startsWith(apiKeyPrefix)) {
      if (!isSecret(apiKeyPrefix, credential)) throw new DomainError('auth.invalid-token');
      const keyHash = hashSecret(credential);
      const actor = await this.looks.of(`key:${keyHash}`, () => resolver.actorOfKey(keyHash));
      if (!actor) throw new DomainError('auth.invalid-token');
      return { actor, principal: `key:${keyHash}` };
    }
    if (!this.tokens) throw new DomainError('auth.invalid-token');
    const claims = await this.tokens.verify(credential, context.clock.now());
    const { userId, organisationId, sessionId } = claims;
    const session = `${userId} ${organisationId} ${sessionId}`;
    const actor = await this.looks.of(session, () => resolver.actorOfToken(claims));
    if (!actor) throw new DomainError('auth.invalid-token');
    return { actor, principal: `user:${userId}` };
  }
}

/** The page has its token in a cookie; all others bring theirs. */
const credentialOf = (request: FastifyRequest): string =>
  request.headers.authorization === undefined ? (accessTokenOfCookie(request) ?? bearerOf(request)) : bearerOf(request);
