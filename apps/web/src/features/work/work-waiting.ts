import type { TextId } from '../../texts/text-id';
import type { Waiting, WaitingSource } from '../home/waiting';
import { readEngagements, readRuns, type Run } from './work-queries';

const link = { to: '/work' } as const;

function counted(runs: readonly Run[], text: TextId, byOf: (run: Run) => string | null): readonly Waiting[] {
  const first = runs
    .map(byOf)
    .filter((by) => by !== null)
    .sort()[0];
  return runs.length === 0 ? [] : [{ key: text, text, values: { count: runs.length }, link, by: first ?? null }];
}

/** What was done, until the business says whether it is as agreed; silence says so for it in the end. */
export const runsToJudge: WaitingSource = {
  queryKey: ['runs', 'waiting', 'done'],
  async read() {
    const runs = await readRuns(await readEngagements(), ['done']);
    return counted(runs, 'home.runs-to-judge', ({ silenceAcceptsAt }) => silenceAcceptsAt);
  },
};

/** What can be worked on now. */
export const runsToDo: WaitingSource = {
  queryKey: ['runs', 'waiting', 'to-do'],
  async read() {
    const now = new Date().toISOString();
    const runs = await readRuns(await readEngagements(), ['returned', 'scheduled']);
    return counted(
      runs.filter(({ opensAt }) => opensAt <= now),
      'home.runs-to-do',
      ({ dueAt }) => dueAt,
    );
  },
};
