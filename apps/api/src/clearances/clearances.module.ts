import { Module } from '@nestjs/common';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { TrainingModule } from '../training/training.module.js';
import { ChangeClearanceHandler } from './change-clearance.js';
import { ClearanceChecklistsController } from './clearance-checklists.controller.js';
import { ClearanceContexts } from './clearance-contexts.js';
import { AgencyClearancesController } from './agency-clearances.controller.js';
import { ClearanceReview } from './clearance-review.js';
import { ClearanceStore } from './clearance.store.js';
import { ClearancesController } from './clearances.controller.js';
import { GrantClearanceHandler } from './grant-clearance.js';
import { MovedWorkplaces } from './moved-workplaces.js';
import { RequestClearanceHandler } from './request-clearance.js';

@Module({
  imports: [AssistantsModule, IdentityModule, TrainingModule],
  controllers: [ClearanceChecklistsController, ClearancesController, AgencyClearancesController],
  providers: [
    ClearanceStore,
    ClearanceContexts,
    MovedWorkplaces,
    ClearanceReview,
    RequestClearanceHandler,
    ChangeClearanceHandler,
    GrantClearanceHandler,
  ],
  exports: [ClearanceStore],
})
export class ClearancesModule {}
