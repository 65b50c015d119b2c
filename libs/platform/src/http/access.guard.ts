import { type CanActivate, type ExecutionContext, Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { provided } from './provided.js';
import { RequestContext } from './request-context.js';
import { accessMetadata, type AccessRule, refusalOf } from '../security/access.js';
import { AccessTokens } from '../security/access-tokens.js';
import type { Actor } from '../security/actor.js';
import { CredentialResolver } from '../security/credential-resolver.js';
import { apiKeyPrefix, hashSecret, isSecret } from '../security/secrets.js';

/** Stands before every route and lets nobody through whom the route's rule doesn't name. */
@Injectable()
export class AccessGuard implements CanActivate, OnModuleInit {
  private resolver: CredentialResolver | null = null;
  private tokens: AccessTokens | null = null;

  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  /** The application provides both, in whichever module; an app of public routes alone needs neither. */
  onModuleInit(): void {
    this.resolver = provided(this.modules, CredentialResolver);
    this.tokens = provided(this.modules, AccessTokens);
  }

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessMetadata, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    const context = RequestContext.required();
    if (rule?.public) {
      context.principal = `client:${hashSecret(context.request.ip)}`;
      return true;
    }
    const credential = bearerOf(context.request);
    const { resolver } = this;
    if (!resolver) throw new DomainError('auth.invalid-token');
    const actor = await this.authenticate(context, resolver, credential);
    // The start-up check finds routes without a rule; should one get past it, it is nobody's.
    if (rule === undefined) throw new DomainError('auth.forbidden');
    const refusal = refusalOf(actor, rule);
    if (refusal === 'scope') {
      throw new DomainError('auth.forbidden', { detail: `The API key lacks the scope ${rule.scope ?? 'for this'}.` });
    }
    if (refusal === 'role') throw new DomainError('auth.forbidden', { detail: 'Your role does not allow this.' });
    context.actor = actor;
    context.scope = resolver.scopeOf(actor);
    return true;
  }

  private async authenticate(
    context: RequestContext,
    resolver: CredentialResolver,
    credential: string,
  ): Promise<Actor> {
    if (credential.startsWith(apiKeyPrefix)) {
      if (!isSecret(apiKeyPrefix, credential)) throw new DomainError('auth.invalid-token');
      const keyHash = hashSecret(credential);
      const owner = await resolver.actorOfKey(keyHash);
      if (!owner) throw new DomainError('auth.invalid-token');
      context.principal = `key:${keyHash}`;
      return owner;
    }
    if (!this.tokens) throw new DomainError('auth.invalid-token');
    const claims = await this.tokens.verify(credential, context.clock.now());
    const actor = await resolver.actorOfToken(claims);
    if (!actor) throw new DomainError('auth.invalid-token');
    context.principal = `user:${claims.userId}`;
    return actor;
  }
}

/** RFC 6750: `Authorization: Bearer …`, for access tokens and API keys alike. */
function bearerOf(request: FastifyRequest): string {
  const header = request.headers.authorization;
  if (header === undefined) throw new DomainError('auth.required');
  const match = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(header);
  if (!match?.[1]) throw new DomainError('auth.invalid-token');
  return match[1];
}
