import { ApiProblem } from '@ajudant/client';
import { useCallback } from 'react';
import { fieldNameOf } from './field-name';
import { useText, useTextIfAny } from '../texts/use-text';

/** A sentence on what went wrong: in the reader's language where there is one for the code, else what the API says. */
export function useProblemText(): (problem: unknown) => string {
  const t = useText();
  const ifAny = useTextIfAny();
  return useCallback(
    (problem) => {
      if (!(problem instanceof ApiProblem)) return t('problems.network');
      if (problem.status === 429) return t('problems.too-many', { seconds: problem.retryAfter ?? 60 });
      if (problem.status === 503) return t('problems.later', { seconds: problem.retryAfter ?? 5 });
      if (problem.status === 412) return t('problems.stale');
      return ifAny(`problems.${problem.code}`) ?? problem.message;
    },
    [t, ifAny],
  );
}

/**
 * Problems at fields, by the name that a form gives them: `/lines/0/volume` is `lines.0.volume`.
 * A field that the form doesn't have stays with the sentence for the whole.
 */
export function useFieldProblems(): (problem: unknown) => Record<string, string> {
  const ifAny = useTextIfAny();
  return useCallback(
    (problem) =>
      problem instanceof ApiProblem
        ? Object.fromEntries(
            problem.fields
              .filter(({ pointer }) => pointer !== undefined && pointer !== '')
              .map(({ pointer, code, detail }) => [fieldNameOf(pointer!), ifAny(`problems.${code}`) ?? detail]),
          )
        : {},
    [ifAny],
  );
}
