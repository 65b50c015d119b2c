import { marketplace } from '#access';
import { decideClearance } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';

const plan = { name: 'reviewing clearances', everySeconds: 600, atMost: 100 } as const;

/** Reminds of clearances that end soon, and voids those that are over or were assessed by another checklist. */
@Injectable()
export class ClearanceReview extends Sweep {
  constructor(
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** At most 100 clearances at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const due = await this.clearances.dueForReview(now, clearanceTemplates, plan.atMost);
    for (const id of due) {
      await this.clearances.update(marketplace, id, null, async (clearance) => {
        const context = await this.contexts.of(marketplace, null, clearance.assistantId);
        return decideClearance({ type: 'reviewClearance', now }, clearance, context);
      });
    }
    return due.length;
  }
}
