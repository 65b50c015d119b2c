import { type AssistantId, CalendarCache, type MatchingContext } from '#domain';
import { linearSumAssignment } from 'linear-sum-assignment';
import { AssignmentDraft, type Placement, Possibilities, type WaitingNeed } from './assignment-draft.js';

export interface Assignment {
  readonly placements: readonly Placement[];
  /** Sum of the scores, in millionths. */
  readonly sum: number;
  /** The same when each need takes the best who is left, in the order in which they were posted. */
  readonly firstComeSum: number;
}

/** So often the needs that went empty are looked at again, and the finished draft for something better. */
const maxRounds = 10;

/**
 * The best assignment of scarce hours to needs, by the sum of scores. Each round gives an assistant one need at most, the
 * best for all together (linear sum assignment); those hours are taken then, and the needs that went empty get another
 * round. What nobody gains by waiting for, somebody may gain by moving to: the better of that and of first come, first
 * served is looked through for needs that another assistant would suit better, so that it is never below the latter.
 * @param needs in the order in which they were posted
 */
export function assignNeeds(
  needs: readonly WaitingNeed[],
  context: MatchingContext,
  cache: CalendarCache = new CalendarCache(),
): Assignment {
  const possibilities = new Possibilities(context, cache);
  const firstCome = firstComeFirstServed(needs, new AssignmentDraft(possibilities));
  const firstComeSum = firstCome.sum;
  const together = byRounds(needs, new AssignmentDraft(possibilities));
  for (const draft of [together, firstCome]) improve(needs, draft);
  const best = together.sum >= firstCome.sum ? together : firstCome;
  return { placements: best.placements(), sum: best.sum, firstComeSum };
}

function firstComeFirstServed(needs: readonly WaitingNeed[], draft: AssignmentDraft): AssignmentDraft {
  for (const need of needs) {
    const best = draft.best(need);
    if (best !== null) draft.place(best);
  }
  return draft;
}

function byRounds(needs: readonly WaitingNeed[], draft: AssignmentDraft): AssignmentDraft {
  for (let round = 0; round < maxRounds; round += 1) {
    const possible = needs
      .filter((need) => draft.of(need) === undefined)
      .map((need) => draft.possible(need))
      .filter((placements) => placements.length > 0);
    if (possible.length === 0) break;
    for (const placement of bestTogether(possible)) draft.place(placement);
  }
  return draft;
}

/** One placement at most of each need and each assistant, with the greatest sum of scores. */
function bestTogether(possible: readonly (readonly Placement[])[]): Placement[] {
  const columns = new Map<AssistantId, number>();
  for (const { candidate } of possible.flat()) {
    if (!columns.has(candidate.assistantId)) columns.set(candidate.assistantId, columns.size);
  }
  const rows = possible.map((placements) => {
    const row = new Float64Array(columns.size);
    for (const { candidate, score } of placements) row[columns.get(candidate.assistantId)!] = score;
    return row;
  });
  const { rowAssignments } = linearSumAssignment(rows, { maximaze: true });
  return possible.flatMap((placements, index) => {
    const column = rowAssignments[index];
    return placements.find(({ candidate }) => columns.get(candidate.assistantId) === column) ?? [];
  });
}

/** Moves a need to whoever suits it better, as long as there is such a need. */
function improve(needs: readonly WaitingNeed[], draft: AssignmentDraft): void {
  for (let round = 0; round < maxRounds; round += 1) {
    let moved = 0;
    for (const need of needs) {
      const best = draft.best(need, draft.of(need)?.score);
      if (best === null) continue;
      draft.place(best);
      moved += 1;
    }
    if (moved === 0) return;
  }
}
