import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { type Clearance, outdatedByClearance, useChecklist } from './clearance-queries';

type OpenAction = components['schemas']['OpenActionDto'];
type Grant = components['schemas']['GrantClearanceDto'];

/** The assessor, who looked, clears the workplace; what was answered with no is to be put right by a day. */
export function Assessment({ clearance }: { readonly clearance: Clearance }) {
  const t = useText();
  const { items } = useChecklist(clearance.jurisdiction);
  const unmet = clearance.answers.filter(({ answer }) => answer === 'no').map(({ itemCode }) => itemCode);
  const [actions, setActions] = useState<readonly OpenAction[]>(() =>
    unmet.map((itemCode) => ({ itemCode, description: '', dueOn: '' })),
  );
  const [until, setUntil] = useState('');
  const grant = useAct(
    (given: Grant) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/clearances/{clearanceId}/grant', {
          params: {
            path: { id: clearance.assistantId, clearanceId: clearance.id },
            header: { 'If-Match': `"${clearance.version}"` },
          },
          body: given,
        }),
      ),
    { outdates: outdatedByClearance },
  );
  const change = (itemCode: string, part: Partial<OpenAction>): void =>
    setActions(actions.map((action) => (action.itemCode === itemCode ? { ...action, ...part } : action)));
  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        <Title order={3} size="h5">
          {t('workplace.assess')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('workplace.assess-says')}
        </Text>
        {actions.map(({ itemCode, description, dueOn }) => (
          <Stack key={itemCode} gap="xs">
            <Text size="sm" fw={500}>
              {items.find(({ code }) => code === itemCode)?.question ?? itemCode}
            </Text>
            <Group align="flex-end">
              <TextInput
                label={t('workplace.to-do')}
                flex={1}
                miw={200}
                maxLength={300}
                value={description}
                onChange={(event) => change(itemCode, { description: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                label={t('workplace.by')}
                value={dueOn}
                onChange={(event) => change(itemCode, { dueOn: event.currentTarget.value })}
              />
            </Group>
          </Stack>
        ))}
        <TextInput
          type="date"
          maw={220}
          label={t('workplace.until')}
          description={t('workplace.until-says')}
          {...typed(until, setUntil)}
        />
        <ProblemNotice problem={grant.error} />
        <Group>
          <Button
            loading={grant.isPending}
            disabled={actions.some(({ description, dueOn }) => description.trim() === '' || dueOn === '')}
            onClick={() =>
              grant.mutate({
                openActions: [...actions],
                ...(until === '' ? {} : { validUntil: `${until}T00:00:00.000Z` }),
              })
            }
          >
            {t('workplace.grant')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
