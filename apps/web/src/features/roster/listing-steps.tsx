import { Button, Stack } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Assistant } from './roster-queries';

type Step = 'publication' | 'pause' | 'resumption';

/** What a listing's state leaves to do. */
const stepOf: Readonly<Record<Assistant['status'], Step>> = {
  draft: 'publication',
  withdrawn: 'publication',
  published: 'pause',
  paused: 'resumption',
};

export function ListingSteps({
  assistant,
  size = 'compact-sm',
}: {
  readonly assistant: Assistant;
  readonly size?: 'compact-sm' | 'sm';
}) {
  const t = useText();
  const step = stepOf[assistant.status];
  const take = useAct(
    () =>
      client.body(
        client.api.POST(`/v1/assistants/{id}/${step}`, {
          params: {
            path: { id: assistant.id },
            header: { 'If-Match': `"${assistant.version}"` },
          },
        }),
      ),
    { outdates: [['roster'], ['published']] },
  );
  return (
    <Stack gap="xs" align="flex-end">
      <Button size={size} variant="light" loading={take.isPending} onClick={() => take.mutate()}>
        {t(`roster.step-${step}`)}
      </Button>
      <ProblemNotice problem={take.error} />
    </Stack>
  );
}
