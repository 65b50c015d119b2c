import { ApiProblem } from '@ajudant/client';
import type { QueryClient } from '@tanstack/react-query';
import { forgetSession, type Session, sessionQuery } from './session';

let listener = (): void => {};

/** Whoever shows views is told when the session is over, so that the reader signs in and comes back to where she was. */
export function onSessionOver(listen: () => void): void {
  listener = listen;
}

/** A session that can't be renewed ends here as well; to somebody who isn't signed in a 401 says something else. */
export function endSessionBy(problem: unknown, queries: QueryClient): void {
  if (!(problem instanceof ApiProblem && problem.status === 401)) return;
  if (!queries.getQueryData<Session | null>(sessionQuery.queryKey)) return;
  forgetSession();
  queries.setQueryData(sessionQuery.queryKey, null);
  listener();
}
