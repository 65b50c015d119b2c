import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { type Clearance, outdatedByClearance } from './clearance-queries';
import { today } from '../../format/days';

/** What is still to be put right at a workplace that was cleared, each by its day. */
export function OpenActions({ clearance, mayClose }: { readonly clearance: Clearance; readonly mayClose: boolean }) {
  const t = useText();
  const format = useFormat();
  return clearance.openActions.map(({ itemCode, description, dueOn }) => (
    <Card key={itemCode} withBorder padding="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>{description}</Text>
          <StatusWord
            meaning={dueOn < today() ? 'at-risk' : 'waits-for-you'}
            word={t('workplace.due', { day: format.day(dueOn) })}
          />
        </Group>
        {mayClose ? <Closing clearance={clearance} itemCode={itemCode} /> : null}
      </Stack>
    </Card>
  ));
}

function Closing({ clearance, itemCode }: { readonly clearance: Clearance; readonly itemCode: string }) {
  const t = useText();
  const [note, setNote] = useState('');
  const close = useAct(
    (given: string) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/clearances/{clearanceId}/closed-actions', {
          params: {
            path: { id: clearance.assistantId, clearanceId: clearance.id },
            header: { 'If-Match': `"${clearance.version}"` },
          },
          body: { itemCode, note: given },
        }),
      ),
    { outdates: outdatedByClearance },
  );
  return (
    <>
      <ProblemNotice problem={close.error} />
      <Group align="flex-end">
        <TextInput label={t('workplace.what-was-done')} flex={1} miw={200} maxLength={500} {...typed(note, setNote)} />
        <Button
          variant="light"
          disabled={note.trim() === ''}
          loading={close.isPending}
          onClick={() => close.mutate(note)}
        >
          {t('workplace.close')}
        </Button>
      </Group>
    </>
  );
}
