import { Injectable } from '@nestjs/common';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { type AssignmentPlan, AssignmentPlanStore } from './assignment-plan.store.js';

/** Asks for a plan, and waits for it as long as the client wants to. */
@Injectable()
export class AskAssignmentPlan {
  constructor(
    private readonly plans: AssignmentPlanStore,
    private readonly waiter: ResultWaiter,
  ) {}

  async ask(now: string): Promise<AssignmentPlan> {
    return this.plans.load(await this.plans.ask(now));
  }

  /** The plan as it is when it is there, or when the time is over. */
  async read(id: string, waitSeconds: number): Promise<AssignmentPlan> {
    let latest = await this.plans.load(id);
    if (latest.content !== null || waitSeconds === 0) return latest;
    await this.waiter.until(resultKey(id), waitSeconds, async () => {
      latest = await this.plans.load(id);
      return latest.content;
    });
    return latest;
  }
}

export const resultKey = (id: string): string => `assignment-plan ${id}`;
