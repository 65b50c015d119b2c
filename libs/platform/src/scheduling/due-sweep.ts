import { isDatabaseFailing } from '../database/index.js';
import { Sweep, type SweepPlan } from './sweep.js';

export interface DueSweepPlan extends SweepPlan {
  /** How many of what is due one sweep settles; the next one goes on. */
  readonly atMost: number;
}

/** Settles what has fallen due, one after the other. */
export abstract class DueSweep<Due> extends Sweep {
  private readonly atMost: number;

  /** @param due what is due at an instant, at most so many */
  protected constructor(
    plan: DueSweepPlan,
    private readonly due: (now: string, atMost: number) => Promise<readonly Due[]>,
  ) {
    super(plan);
    this.atMost = plan.atMost;
  }

  /** Somebody may have been faster: what is not due any more stays as it is. */
  protected abstract settle(one: Due, now: string): Promise<unknown>;

  /**
   * What can't be settled keeps none of the others waiting.
   * @throws AggregateError of what failed, once all the others are settled; what the database fails with, at once
   */
  override async sweep(now: string): Promise<number> {
    const due = await this.due(now, this.atMost);
    const failures: unknown[] = [];
    for (const one of due) {
      try {
        await this.settle(one, now);
      } catch (error) {
        if (isDatabaseFailing(error)) throw error;
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      throw new AggregateError(
        failures,
        `${failures.length} of ${due.length} failed, the first with ${String(failures[0])}`,
      );
    }
    return due.length;
  }
}
