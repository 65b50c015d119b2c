import { Access, type AccessRule, type Actor, administrators, type ApiScope, owners, scopeOf } from '#access';
import { ApiKeyPageDto, CreateApiKeyDto, NewApiKeyDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { byId, CurrentActor, Idempotent, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { ApiKeyStore } from './api-key.store.js';
import { CreateApiKey } from './create-api-key.js';

const keyOwners = [...owners, ...administrators] as const;
/** A key can't make or end keys. */
const manage: AccessRule = { roles: keyOwners, scope: null };

@ApiTags('api-keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly keys: ApiKeyStore,
  ) {}

  /** Makes a key for programs. It is shown once, and can never do more than whoever makes it. */
  @Post()
  @Idempotent({ secretAnswer: true })
  @Access(manage)
  create(@CurrentCall() call: Call, @Body() { name, scopes }: CreateApiKeyDto): Promise<NewApiKeyDto> {
    return this.commands.execute(new CreateApiKey({ ...call, name, scopes: scopes as ApiScope[] }));
  }

  /** The API keys of the organisation, without their secrets. */
  @Get()
  @Access({ roles: keyOwners, scope: 'members:read' })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<ApiKeyPageDto> {
    return byId.page(
      page,
      (after, limit) => this.keys.list(scopeOf(actor), actor.organisationId, limit, after?.id ?? null),
      (key) => ({ ...key, createdAt: key.createdAt.toISOString() }),
    );
  }

  /** Ends an API key at once. */
  @Delete(':id')
  @HttpCode(204)
  @Access(manage)
  revoke(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<void> {
    return this.keys.revoke(scopeOf(actor), actor.organisationId, id, now);
  }
}
