import { Body, Controller, type DynamicModule, Get, HttpCode, Module, Post } from '@nestjs/common';
import { IsBoolean, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { DomainError } from '#domain-error';
import { Database, DatabaseModule, runMigrations } from '../../database/index.js';
import { Access } from '../../security/access.js';
import { AccessTokens } from '../../security/access-tokens.js';
import type { Actor } from '../../security/actor.js';
import { CredentialResolver } from '../../security/credential-resolver.js';
import { CurrentActor } from '../current-actor.js';
import { type Answer, versioned } from '../answer.js';
import { IdempotencyStore } from '../idempotency-store.js';
import { idempotencyTable } from '../idempotency-table.js';
import { Idempotent } from '../idempotent.js';
import { SpecimenCredentials } from './specimen.credentials.js';

const ordersSecret = 'a secret of thirty-two bytes or more';
export const ordersGate = 20_317;

class OrderDto {
  @IsString()
  text!: string;

  /** How long the handler takes. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  milliseconds?: number;

  /** Whether it waits, for as long as it takes, until nobody holds the advisory lock `ordersGate`. */
  @IsOptional()
  @IsBoolean()
  atTheGate?: boolean;

  @IsOptional()
  @IsString()
  failWith?: string;
}

/** Routes with an effect that can be counted. */
@Access({ roles: 'any', scope: 'bookings:write' })
@Controller('v1/orders')
export class OrdersController {
  constructor(private readonly database: Database) {}

  @Idempotent()
  @Post()
  async place(@Body() body: OrderDto, @CurrentActor() { organisationId }: Actor): Promise<Answer<object>> {
    const number = await this.database.transaction({ kind: 'organisation', organisationId }, async (tx) => {
      const [row] = await tx.query<{ number: number }>('INSERT INTO orders (text) VALUES ($1) RETURNING number', [
        body.text,
      ]);
      await tx.query('SELECT pg_sleep($1::float8 / 1000)', [body.milliseconds ?? 0]);
      if (body.atTheGate === true) {
        await tx.query(`SELECT set_config('lock_timeout', '0', true)`);
        await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [ordersGate]);
      }
      return row?.number ?? 0;
    });
    if (body.failWith !== undefined) throw new DomainError(body.failWith);
    return versioned({ number, text: body.text }, 1, { location: `/v1/orders/${number}` });
  }

  @Post('plain')
  @Idempotent()
  @HttpCode(200)
  async plain(@Body() body: OrderDto): Promise<object> {
    return { text: body.text };
  }

  readonly prepared: { text: string; isInTransaction: boolean }[] = [];

  @Idempotent({
    before: async ({ prepared, database }: OrdersController, { text }: OrderDto) => {
      prepared.push({ text, isInTransaction: database.isInTransaction });
      if (text === 'unfit') throw new DomainError('request.invalid');
      return text.toUpperCase();
    },
  })
  @Post('prepared')
  async takePrepared(@Body() body: OrderDto, loud: string): Promise<object> {
    if (!this.database.isInTransaction) throw new Error('it is outside of the transaction');
    await this.database.transaction({ kind: 'public' }, (tx) =>
      tx.query('INSERT INTO orders (text) VALUES ($1)', [body.text]),
    );
    return { loud };
  }

  @Access({ public: true })
  @Idempotent({ secretAnswer: true })
  @Post('secret')
  async secret(@Body() body: OrderDto): Promise<object> {
    await this.database.transaction({ kind: 'public' }, (tx) =>
      tx.query('INSERT INTO orders (text) VALUES ($1)', [body.text]),
    );
    return { token: `ajk_${body.text}_${Math.random()}` };
  }

  @Get()
  async count(): Promise<object> {
    const [row] = await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.query<{ count: number }>('SELECT count(*)::int AS count FROM orders'),
    );
    return { count: row?.count ?? 0 };
  }
}

class CreateOrders1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    for (const statement of [
      ...idempotencyTable('api'),
      'CREATE TABLE api.orders (number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)',
      'GRANT SELECT, INSERT ON api.orders TO ajudant_api',
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {}
}

export const migrateOrders = async (url: string): Promise<unknown> =>
  runMigrations({ schema: 'api', ownerUrl: url, migrations: [CreateOrders1767225600000] });

@Module({})
export class OrdersModule {
  static over(url: string, patienceMs?: number): DynamicModule {
    return {
      module: OrdersModule,
      imports: [DatabaseModule.forApp({ schema: 'api', url, entities: [], poolSize: 25 }, Database)],
      controllers: [OrdersController],
      providers: [
        SpecimenCredentials,
        { provide: CredentialResolver, useExisting: SpecimenCredentials },
        { provide: AccessTokens, useFactory: () => new AccessTokens(ordersSecret) },
        {
          provide: IdempotencyStore,
          useFactory: (database: Database) => new IdempotencyStore(database, ordersSecret, patienceMs),
          inject: [Database],
        },
      ],
    };
  }
}
