import { DatabaseModule } from '#platform/database';
import { FileStore, Spool } from '#platform/files';
import { ApiDescription, IdempotencyStore } from '#platform/http';
import { MessagingModule } from '#platform/messaging';
import { OutboundAddresses, OutboundRequests } from '#platform/outbound';
import { AccessTokens, PasswordHasher } from '#platform/security';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApiDatabase } from './api-database.js';
import { apiDescription } from './api-description.js';
import { type ApiSettings, apiSettingsToken } from './api-settings.js';
import { apiRows } from './data-source.js';
import { features } from './features.js';

/** The api: its features over its own database and messaging. Main brings the transport. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings): DynamicModule {
    const outbound = settings.outbound ?? { loopback: 'refused' };
    return {
      module: ApiModule,
      global: true,
      imports: [
        CqrsModule.forRoot(),
        DatabaseModule.forApp(
          { schema: 'api', url: settings.databaseUrl, entities: apiRows, poolSize: settings.databasePoolSize },
          ApiDatabase,
        ),
        MessagingModule.forApp('api', settings.journalCare),
        ...features.map(({ module }) => module),
      ],
      providers: [
        { provide: ApiDescription, useValue: apiDescription },
        { provide: apiSettingsToken, useValue: settings },
        { provide: FileStore, useValue: settings.files.store },
        { provide: Spool, useValue: new Spool(settings.files.spoolFolder) },
        { provide: OutboundRequests, useValue: new OutboundRequests(outbound) },
        { provide: OutboundAddresses, useValue: new OutboundAddresses(outbound) },
        { provide: AccessTokens, useValue: new AccessTokens(settings.tokenSecret) },
        {
          provide: PasswordHasher,
          useFactory: (database: ApiDatabase) =>
            new PasswordHasher({ ...settings.passwordHashing, isInTransaction: () => database.isInTransaction }),
          inject: [ApiDatabase],
        },
        {
          provide: IdempotencyStore,
          useFactory: (database: ApiDatabase) => new IdempotencyStore(database, settings.tokenSecret),
          inject: [ApiDatabase],
        },
      ],
      exports: [apiSettingsToken, FileStore, Spool, AccessTokens, PasswordHasher, OutboundRequests, OutboundAddresses],
    };
  }
}
