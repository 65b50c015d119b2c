import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client';
import { isStale } from '../../api/use-act';
import { type Need, type NeedChanges, needQuery } from './need-queries';

const settleMs = 700;

interface Meanwhile {
  /** As it is now, with what the reader changed on top. */
  readonly need: Need;
  readonly fields: readonly (keyof Need)[];
}

export interface Autosave {
  readonly state: 'saved' | 'saving' | 'failed';
  readonly problem: unknown;
  /** What somebody else changed meanwhile; null while nobody did. */
  readonly meanwhile: Meanwhile | null;
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
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
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
      const { etag, need: known } = await queries.ensureQueryData(needQuery(id));
      try {
        const params = { path: { id }, header: { 'If-Match': etag } };
        const saved = await client.answer(client.api.PATCH('/v1/needs/{id}', { params, body: changes }));
        queries.setQueryData(needQuery(id).queryKey, { need: saved.body as Need, etag: saved.etag! });
        setState('saved');
        setProblem(null);
      } catch (failure) {
        waiting.current = { ...changes, ...waiting.current };
        if (!isStale(failure)) {
          setState('failed');
          setProblem(failure);
          return;
        }
        // Somebody else was quicker: what she changed is told, and what is written here goes on top of it.
        const { need } = await queries.fetchQuery({ ...needQuery(id), staleTime: 0 });
        const fields = (Object.keys(need) as (keyof Need)[]).filter(
          (field) => field !== 'version' && JSON.stringify(need[field]) !== JSON.stringify(known[field]),
        );
        setMeanwhile({ need: { ...need, ...(waiting.current as Partial<Need>) }, fields });
        timer.current = setTimeout(() => void flush(), settleMs);
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
  return { state, problem, meanwhile, save, settled: flush };
}
