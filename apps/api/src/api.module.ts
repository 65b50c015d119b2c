import { type Database, DatabaseModule } from '#platform/database';
import { IdempotencyStore } from '#platform/http';
import { MessagingModule } from '#platform/messaging';
import { AccessTokens, PasswordHasher } from '#platform/security';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AdministrationModule } from './administration/administration.module.js';
import { AgenciesModule } from './agencies/agencies.module.js';
import { AgreementsModule } from './agreements/agreements.module.js';
import { apiDatabase } from './api-database.js';
import { type ApiSettings, apiSettingsToken } from './api-settings.js';
import { AssignmentPlansModule } from './assignment-plans/assignment-plans.module.js';
import { AssistantsModule } from './assistants/assistants.module.js';
import { BookingsModule } from './bookings/bookings.module.js';
import { BusinessesModule } from './businesses/businesses.module.js';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { ClearancesModule } from './clearances/clearances.module.js';
import { apiRows } from './data-source.js';
import { DutySuggestionsModule } from './duty-suggestions/duty-suggestions.module.js';
import { EngagementsModule } from './engagements/engagements.module.js';
import { EventsFeedModule } from './events-feed/events-feed.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { InvoicesModule } from './invoices/invoices.module.js';
import { NeedsModule } from './needs/needs.module.js';
import { ProposalsModule } from './proposals/proposals.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';

/** The api: its features over its own database and messaging. Main brings the transport. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      imports: [
        CqrsModule.forRoot(),
        DatabaseModule.forApp({
          schema: 'api',
          url: settings.databaseUrl,
          entities: apiRows,
          poolSize: settings.databasePoolSize,
        }),
        MessagingModule.forApp('api'),
        IdentityModule,
        AgenciesModule,
        BusinessesModule,
        CatalogueModule,
        AssignmentPlansModule,
        AssistantsModule,
        DutySuggestionsModule,
        NeedsModule,
        ClearancesModule,
        BookingsModule,
        EngagementsModule,
        InvoicesModule,
        ReviewsModule,
        ProposalsModule,
        AgreementsModule,
        EventsFeedModule,
        AdministrationModule,
      ],
      providers: [
        { provide: apiSettingsToken, useValue: settings },
        { provide: AccessTokens, useValue: new AccessTokens(settings.tokenSecret) },
        { provide: PasswordHasher, useValue: new PasswordHasher(settings.passwordHashing) },
        {
          provide: IdempotencyStore,
          useFactory: (database: Database) => new IdempotencyStore(database, settings.tokenSecret),
          inject: [apiDatabase],
        },
      ],
      exports: [apiSettingsToken, AccessTokens, PasswordHasher],
    };
  }
}
