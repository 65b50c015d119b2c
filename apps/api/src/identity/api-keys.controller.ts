import { Access, type Actor, type ApiScope, scopeOf } from '#access';
import { ApiKeyPageDto, CreateApiKeyDto, NewApiKeyDto } from '#contracts';
import {
  CurrentActor,
  decodeCursor,
  encodeCursor,
  Idempotent,
  Now,
  pageOf,
  PageQuery,
  type PageRequest,
  UuidParam,
} from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ApiKeyStore } from './api-key.store.js';
import { CreateApiKey } from './create-api-key.js';

const owners = ['agency.owner', 'business.owner', 'marketplace.administrator'] as const;

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
  @Access({ roles: [...owners], scope: null })
  create(@CurrentActor() actor: Actor, @Body() body: CreateApiKeyDto, @Now() now: string): Promise<NewApiKeyDto> {
    return this.commands.execute(new CreateApiKey(actor, body.name, body.scopes as ApiScope[], now));
  }

  @Get()
  @Access({ roles: [...owners], scope: 'members:read' })
  async list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<ApiKeyPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const keys = await this.keys.list(scopeOf(actor), actor.organisationId, page.limit + 1, after);
    return pageOf(
      keys,
      page.limit,
      (key) => ({ ...key, createdAt: key.createdAt.toISOString() }),
      ({ id }) => encodeCursor({ id }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Access({ roles: [...owners], scope: null })
  revoke(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<void> {
    return this.keys.revoke(scopeOf(actor), actor.organisationId, id, now);
  }
}
