import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client';
import { isStale } from '../../api/use-act';
import { type Need, type NeedChanges, needQuery } from './need-queries';

const settleMs = 700;

export interface Autosave {
  readonly state: 'saved' | 'saving' | 'failed';
  readonly problem: unknown;
  /** Saves a little later, together with what else changes until then. */
  readonly save: (changes: NeedChanges) => void;
  /** Waits until everything is saved. */
  readonly settled: () => Promise<void>;
}

/** Keeps a need as it is edited. One change is under way at a time; what couldn't be saved stays, and is tried again. */
export function useAutosave(id: string): Autosave {
  const queries = useQueryClient();
  const [state, setState] = useState<Autosave['state']>('saved');
  const [problem, setProblem] = useState<unknown>(null);
  const waiting = useRef<NeedChanges>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const underWay = useRef<Promise<void>>(Promise.resolve());

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const before = underWay.current;
    const send = async (): Promise<void> => {
      await before;
      const changes = waiting.current;
      if (Object.keys(changes).length === 0) return;
      waiting.current = {};
      const { etag } = await queries.ensureQueryData(needQuery(id));
      try {
        const params = { path: { id }, header: { 'If-Match': etag } };
        const saved = await client.answer(client.api.PATCH('/v1/needs/{id}', { params, body: changes }));
        queries.setQueryData(needQuery(id).queryKey, { need: saved.body as Need, etag: saved.etag! });
        setState('saved');
        setProblem(null);
      } catch (failure) {
        waiting.current = { ...changes, ...waiting.current };
        if (isStale(failure)) await queries.refetchQueries({ queryKey: needQuery(id).queryKey, exact: true });
        setState('failed');
        setProblem(failure);
      }
    };
    underWay.current = send();
    return underWay.current;
  }, [id, queries]);

  const save = useCallback(
    (changes: NeedChanges) => {
      waiting.current = { ...waiting.current, ...changes };
      setState('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), settleMs);
    },
    [flush],
  );
  // Who leaves the view leaves nothing behind.
  useEffect(() => () => void flush(), [flush]);
  return { state, problem, save, settled: flush };
}
