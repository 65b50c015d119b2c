import { Module } from '@nestjs/common';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { AskAssignmentPlan } from './ask-assignment-plan.js';
import { AssignmentPlanPreparedProjection } from './assignment-plan-prepared.projection.js';
import { AssignmentPlanStore } from './assignment-plan.store.js';
import { AssignmentPlansController } from './assignment-plans.controller.js';

@Module({
  imports: [ResultWaiterModule],
  controllers: [AssignmentPlansController],
  providers: [AskAssignmentPlan, AssignmentPlanPreparedProjection, AssignmentPlanStore],
})
export class AssignmentPlansModule {}
