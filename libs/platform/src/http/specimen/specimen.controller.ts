import { setTimeout as sleep } from 'node:timers/promises';
import { Body, Controller, Delete, Get, HttpCode, HttpException, Param, Patch, Post, Query } from '@nestjs/common';
import { DomainError } from '#domain-error';
import { Access } from '../../security/access.js';
import type { Actor } from '../../security/actor.js';
import { CurrentActor } from '../current-actor.js';
import { BodyLimit } from '../body-limit.js';
import { accepted, type Answer, versioned } from '../answer.js';
import { encodeCursor } from '../cursor.js';
import { IfMatch } from '../if-match.js';
import { Now } from '../now.js';
import { PageQuery, type PageRequest } from '../page-query.js';
import { PreferWait } from '../prefer-wait.js';
import { CsvBody } from '../text-body.js';
import { UuidParam } from '../uuid-param.js';
import { SpecimenDto, SpecimenPathDto, SpecimenQueryDto } from './specimen.dto.js';

/** One route of each kind, for the specs of everything around routes. */
@Access({ public: true })
@Controller('v1/specimens')
export class SpecimenController {
  @Post()
  @BodyLimit(1_024)
  create(@Body() body: SpecimenDto): Answer<SpecimenDto> {
    return versioned(body, 1, { location: '/v1/specimens/1' });
  }

  @Get()
  list(@PageQuery() page: PageRequest, @Query() query: SpecimenQueryDto): object {
    return { items: [query], limit: page.limit, after: page.after, next: encodeCursor({ id: 1 }) };
  }

  @Get('now')
  time(@Now() now: string, @Query('as') as?: string): object {
    return { now, as: as ?? null };
  }

  @Get('numbered/:number')
  numbered(@Param() { number }: SpecimenPathDto): object {
    return { number };
  }

  @Get('failing/:kind')
  fail(@Param('kind') kind: string): never {
    if (kind === 'unknown-code') throw new DomainError('nobody.knows-this');
    if (kind === 'teapot') throw new HttpException('short and stout', 418);
    if (kind === 'stale') throw new DomainError('precondition.stale', { secret: 'of another tenant' });
    if (kind === 'pointer') throw new DomainError('request.invalid', { at: ['lines', 0], detail: 'Not this one.' });
    throw new Error('the password of jane@example.com is wrong');
  }

  @Get('database/:state')
  database(@Param('state') state: string): never {
    throw Object.assign(new Error(`value "jane@example.com" and ${state}`), { code: state });
  }

  @Get('driver/:words')
  driver(@Param('words') words: string): never {
    throw new Error(words);
  }

  @Get('late/:milliseconds')
  async late(@Param('milliseconds') milliseconds: string): Promise<object> {
    await sleep(Number(milliseconds));
    return {};
  }

  @Get('large/:characters')
  large(@Param('characters') characters: string): object {
    return { text: 'a'.repeat(Number(characters)) };
  }

  @Post('roster')
  @HttpCode(200)
  roster(@CsvBody() roster: string): object {
    return { length: roster.length };
  }

  @Post('slow')
  slow(@PreferWait() waitSeconds: number): Answer<object> {
    return accepted({ waitSeconds }, '/v1/specimens/slow/1');
  }

  @Get(':id')
  read(@UuidParam() id: string): Answer<object> {
    return versioned({ id }, 3);
  }

  @Patch(':id')
  update(@UuidParam() id: string, @IfMatch() expectedVersion: number | null, @Body() body: SpecimenQueryDto): object {
    return { id, expectedVersion, body };
  }

  @Post(':id/step')
  @HttpCode(200)
  step(@UuidParam() id: string, @IfMatch({ required: false }) expectedVersion: number | null): object {
    return { id, expectedVersion };
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@UuidParam('id') _id: string): void {}
}

@Access({ roles: ['shop.owner'], scope: 'shops:read' })
@Controller('v1/guarded')
export class GuardedController {
  @Get()
  read(@CurrentActor() actor: Actor): object {
    return { userId: actor.userId, via: actor.via };
  }

  @Access({ roles: 'any', scope: null })
  @Get('people')
  people(@CurrentActor() actor: Actor): object {
    return { userId: actor.userId };
  }
}
