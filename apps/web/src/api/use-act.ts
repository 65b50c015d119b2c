import { ApiProblem } from '@ajudant/client';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

/** One intention has one key: a double click, a lost answer and another try are the same request to the API. */
interface Intention {
  readonly key: string;
  readonly given: string;
}

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
  const intention = useRef<Intention | null>(null);
  return useMutation<Body, Error, Given>({
    mutationFn(given) {
      const text = JSON.stringify(given ?? null);
      if (intention.current?.given !== text) intention.current = { key: crypto.randomUUID(), given: text };
      return send(given, intention.current.key);
    },
    async onSuccess(body, given) {
      intention.current = null;
      await Promise.all(outdates.map((queryKey) => queries.invalidateQueries({ queryKey })));
      await onDone?.(body, given);
    },
    async onError(problem) {
      // What was refused was decided on; another try is another intention. Where no answer came, it is the same one.
      if (problem instanceof ApiProblem && problem.status < 500) intention.current = null;
      if (isStale(problem)) await Promise.all(outdates.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}

/** Somebody else changed it since it was read. */
export function isStale(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.status === 412;
}
