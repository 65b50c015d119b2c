import { ApiProblem } from '@ajudant/client';
import { Button, Stack } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { PageHead } from '../parts/page-head';
import { ProblemNotice } from '../parts/problem-notice';
import { useText } from '../texts/use-text';
import { useFirstGone } from './first-gone';
import { NotFound } from './not-found';

/** A view that couldn't be shown: why, and another try. */
export function Failed({ error }: ErrorComponentProps) {
  const t = useText();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useFirstGone();
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />;
  const again = (): void => {
    queries.reset();
    void router.invalidate();
  };
  return (
    <Stack align="flex-start">
      <PageHead title={t('shell.failed')} />
      <ProblemNotice problem={error} />
      <Button onClick={again}>{t('shell.again')}</Button>
    </Stack>
  );
}
