import { Injectable } from '@nestjs/common';
import { Arrivals } from '../arrivals/arrivals.js';
import { type AssignmentPlan, AssignmentPlanStore } from './assignment-plan.store.js';

/** Asks for a plan, and waits for it as long as the client wants to. */
@Injectable()
export class AskAssignmentPlan {
  constructor(
    private readonly plans: AssignmentPlanStore,
    private readonly arrivals: Arrivals,
  ) {}

  async ask(now: string): Promise<AssignmentPlan> {
    return this.plans.load(await this.plans.ask(now));
  }

  /** The plan as it is when it is there, or when the time is over. */
  async read(id: string, waitSeconds: number): Promise<AssignmentPlan> {
    let latest = await this.plans.load(id);
    if (latest.content !== null || waitSeconds === 0) return latest;
    await this.arrivals.until(arrivalOf(id), waitSeconds, async () => {
      latest = await this.plans.load(id);
      return latest.content;
    });
    return latest;
  }
}

export const arrivalOf = (id: string): string => `assignment-plan ${id}`;
