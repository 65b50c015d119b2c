import { ApiProblem } from '@ajudant/client';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Intention } from './intention';

export interface ActOptions<Body, Given> {
  /** What the answer makes outdated. */
  readonly outdates?: readonly QueryKey[];
  readonly onDone?: (body: Body, given: Given) => unknown;
}

/**
 * Something that the reader does: `act.mutate(given)`. While it is under way, doing the same again is not a second time.
 * @param send gets the `Idempotency-Key` to send along
 */
export function useAct<Body, Given = void>(
  send: (given: Given, idempotencyKey: string) => Promise<Body>,
  { outdates = [], onDone }: ActOptions<Body, Given> = {},
) {
  const queries = useQueryClient();
  const [intention] = useState(() => new Intention());
  return useMutation<Body, Error, Given>({
    mutationFn: (given) => send(given, intention.keyOf(given)),
    async onSuccess(body, given) {
      intention.done();
      await Promise.all(outdates.map((queryKey) => queries.invalidateQueries({ queryKey })));
      await onDone?.(body, given);
    },
    async onError(problem) {
      intention.failed(problem);
      if (isStale(problem)) await Promise.all(outdates.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

/** Somebody else changed it since it was read. */
export function isStale(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.status === 412;
}
