import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { BusinessesModule } from '../businesses/businesses.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MailboxesModule } from '../mailboxes/mailboxes.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AfterClosing } from './after-closing.js';
import { CloseOrganisationHandler } from './close-organisation.js';
import { OpenMattersReader } from './open-matters-reader.js';
import { OrganisationClosingController } from './organisation-closing.controller.js';

@Module({
  imports: [
    AgenciesModule,
    BusinessesModule,
    CatalogueModule,
    IdentityModule,
    MailboxesModule,
    NeedsModule,
    ProposalsModule,
    WebhooksModule,
  ],
  controllers: [OrganisationClosingController],
  providers: [OpenMattersReader, CloseOrganisationHandler, AfterClosing],
})
export class OrganisationClosingModule {}
