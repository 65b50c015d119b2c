import { type ApiScope, apiScopes, scopeOf } from '#access';
import type { NewApiKeyDto } from '#contracts';
import { DomainError } from '#domain';
import { apiKeyPrefix, hashSecret, newSecret } from '#platform/security';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { ApiKeyStore } from './api-key.store.js';

export class CreateApiKey extends commandOf<Call & { name: string; scopes: readonly ApiScope[] }, NewApiKeyDto>() {}

/** Makes a key that acts for its maker's organisation; it can never do more than whoever makes it. */
@CommandHandler(CreateApiKey)
export class CreateApiKeyHandler implements ICommandHandler<CreateApiKey> {
  constructor(private readonly keys: ApiKeyStore) {}

  async execute({ actor, name, scopes, now }: CreateApiKey): Promise<NewApiKeyDto> {
    const { userId } = actor;
    if (userId === null) throw new DomainError('auth.forbidden');
    const unknown = scopes.findIndex((scope) => !apiScopes.includes(scope));
    if (unknown >= 0) throw new DomainError('api-key.unknown-scope', { at: ['scopes', unknown] });
    const excess = scopes.find((scope) => actor.scopes !== 'all' && !actor.scopes.includes(scope));
    if (excess !== undefined) throw new DomainError('api-key.scope-not-held', { scope: excess, at: ['scopes'] });
    const key = newSecret(apiKeyPrefix);
    const created = await this.keys.add(scopeOf(actor), {
      id: uuidv7(),
      organisationId: actor.organisationId,
      createdBy: userId,
      name,
      hash: hashSecret(key),
      scopes: [...new Set(scopes)],
      now,
    });
    return {
      id: created.id,
      name: created.name,
      scopes: created.scopes,
      createdAt: created.createdAt.toISOString(),
      key,
    };
  }
}
