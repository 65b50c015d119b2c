import type { components } from '@ajudant/client';
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { type Clearance, outdatedByClearance } from './clearance-queries';

type Reason = components['schemas']['VoidClearanceDto']['reason'];

/** The workplace isn't what was looked at any more, or the request is taken back. That can't be undone: a new report is needed. */
export function Voiding({
  clearance,
  reasons,
}: {
  readonly clearance: Clearance;
  readonly reasons: readonly [Reason, ...Reason[]];
}) {
  const t = useText();
  const [reason, setReason] = useState<Reason | null>(reasons.length === 1 ? reasons[0] : null);
  const voidIt = useAct(
    (given: Reason) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/clearances/{clearanceId}/voiding', {
          params: {
            path: { id: clearance.assistantId, clearanceId: clearance.id },
            header: { 'If-Match': `"${clearance.version}"` },
          },
          body: { reason: given },
        }),
      ),
    { outdates: outdatedByClearance },
  );
  const isRequest = clearance.status === 'requested';
  return (
    <Stack gap="sm">
      {isRequest ? null : (
        <Text size="sm" c="dimmed">
          {t('workplace.void-says')}
        </Text>
      )}
      <ProblemNotice problem={voidIt.error} />
      <Group align="flex-end">
        {reasons.length === 1 ? null : (
          <Select
            label={t('workplace.void-why')}
            w={260}
            value={reason}
            data={reasons.map((each) => ({ value: each, label: t(`workplace.void-${each}`) }))}
            onChange={(each) => setReason(each as Reason | null)}
          />
        )}
        <Button
          variant="light"
          color="red"
          disabled={reason === null}
          loading={voidIt.isPending}
          onClick={() => reason !== null && voidIt.mutate(reason)}
        >
          {t(isRequest ? 'workplace.take-back' : 'workplace.void')}
        </Button>
      </Group>
    </Stack>
  );
}
