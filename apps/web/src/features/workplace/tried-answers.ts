import { ApiProblem } from '@ajudant/client';

/** Which option somebody chose, by the code of its question. */
export type ChosenOptions = Readonly<Record<string, string>>;

/** What has become of the answers that were sent last. */
export interface TriedAnswers {
  readonly chosen: ChosenOptions;
  /** Why they weren't taken; null where they were. */
  readonly problem: unknown;
}

/** How a question stands as it is answered now: null where that answer wasn't tried. */
export function markOf(
  questionCode: string,
  chosen: ChosenOptions,
  { chosen: tried, problem }: TriedAnswers,
): 'right' | 'wrong' | null {
  const option = chosen[questionCode];
  if (!ApiProblem.has(problem, 'training.wrong-answers')) return null;
  if (option === undefined || option !== tried[questionCode]) return null;
  return problem.fields.some(({ which }) => which === questionCode) ? 'wrong' : 'right';
}
