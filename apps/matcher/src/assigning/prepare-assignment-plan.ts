import { AssignmentPlanPreparedV1 } from '#contracts';
import { type MatchingContext, prepareNeed, wholeScore } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { needToMatch, Ranking } from '../ranking/ranking.js';
import type { WaitingNeed } from './assignment-draft.js';
import { type OpenNeed, OpenNeedStore } from './open-need.store.js';

/** How many needs a plan looks at, the longest posted first, and how many assistants for each. */
const maxNeeds = 200;
const optionsPerNeed = 50;

/** Works out who would best do what of all that is open. It is a proposal: nothing is booked, nothing changes. */
@Injectable()
export class PrepareAssignmentPlan {
  constructor(
    private readonly needs: OpenNeedStore,
    private readonly ranking: Ranking,
  ) {}

  async prepare(tx: Transaction, planId: string, now: string): Promise<void> {
    // A need's last day may have begun where it is, and not be over.
    const open = await this.needs.open(tx, now.slice(0, 10), maxNeeds);
    await this.ranking.readOn(tx);
    const context = this.ranking.context(now);
    const waiting: WaitingNeed[] = [];
    for (const need of open) {
      waiting.push(this.waiting(need, context));
      // Requests of others have their turn between two needs.
      await nextTurn();
    }
    await tx.append([
      {
        type: AssignmentPlanPreparedV1.type,
        aggregateType: 'prepared-assignment-plan',
        aggregateId: planId,
        aggregateVersion: 1,
        // Of the marketplace alone: an agency reads its own lines and nobody else's.
        audience: [],
        data: await this.plan(waiting, context),
      },
    ]);
  }

  private waiting({ needId, matching }: OpenNeed, context: MatchingContext): WaitingNeed {
    const prepared = prepareNeed(needToMatch(needId, matching), context);
    return { prepared, options: this.ranking.best(prepared, context, optionsPerNeed) };
  }

  private async plan(waiting: readonly WaitingNeed[], context: MatchingContext): Promise<AssignmentPlanPreparedV1> {
    // Plans are rare, and what solves them is much to load.
    const { assignNeeds } = await import('./assign-needs.js');
    const { placements, sum, firstComeSum } = assignNeeds(waiting, context);
    const byNeed = new Map(placements.map((placement) => [placement.need, placement]));
    return {
      lines: waiting.flatMap((need) => {
        const placement = byNeed.get(need);
        if (placement === undefined) return [];
        const { assistantId, agencyId } = placement.candidate;
        return [{ needId: need.prepared.need.needId, assistantId, agencyId, score: placement.score / wholeScore }];
      }),
      unassignedNeedIds: waiting.filter((need) => !byNeed.has(need)).map(({ prepared }) => prepared.need.needId),
      scoreSum: sum / wholeScore,
      firstComeScoreSum: firstComeSum / wholeScore,
      preparedAt: context.now,
    };
  }
}
