import { marketplace } from '#access';
import { decideClearance } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ClearanceContexts } from './clearance-contexts.js';
import { ClearanceStore } from './clearance.store.js';

const plan = { name: 'reviewing clearances', everySeconds: 600, atMost: 100 } as const;

/** Reminds of clearances that end soon and of what is to be put right by then, and voids those that are over or were assessed by another checklist. */
@Injectable()
export class ClearanceReview extends DueSweep<string> {
  constructor(
    private readonly clearances: ClearanceStore,
    private readonly contexts: ClearanceContexts,
  ) {
    super(plan, (now, atMost) => clearances.dueForReview(now, clearanceTemplates, atMost));
  }

  protected override settle(id: string, now: string): Promise<unknown> {
    return this.clearances.update(marketplace, id, null, async (clearance) => {
      const context = await this.contexts.of(marketplace, null, clearance.assistantId);
      return decideClearance({ type: 'reviewClearance', now }, clearance, context);
    });
  }
}
