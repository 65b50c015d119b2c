import { Alert } from '@mantine/core';
import { useProblemText } from '../api/problem-text';

/** Why it didn't work, in a sentence, where the reader looks; nothing while nothing is wrong. */
export function ProblemNotice({ problem }: { readonly problem: unknown }) {
  const text = useProblemText();
  if (problem === null || problem === undefined) return null;
  return (
    <Alert color="amber" role="alert" variant="light">
      {text(problem)}
    </Alert>
  );
}
