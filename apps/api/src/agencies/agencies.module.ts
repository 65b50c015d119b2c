import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AgenciesController } from './agencies.controller.js';
import { AgencyStore } from './agency.store.js';
import { ChangeAgencyHandler } from './change-agency.js';
import { MoveAgencyHandler } from './move-agency.js';
import { RegisterAgencyHandler } from './register-agency.js';
import { SetStandingTermsHandler } from './set-standing-terms.js';

@Module({
  imports: [IdentityModule],
  controllers: [AgenciesController],
  providers: [AgencyStore, RegisterAgencyHandler, ChangeAgencyHandler, SetStandingTermsHandler, MoveAgencyHandler],
  exports: [AgencyStore],
})
export class AgenciesModule {}
