import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import { type Channel, channelChoice, channelOf } from './channel-choice';
import { type Conversation, conversationKey } from './conversation-queries';

/** Another channel in the place of one of those that are agreed, from a day on. */
export function ProposeSwitch({ conversation: { engagementId, channels } }: { readonly conversation: Conversation }) {
  const t = useText();
  const [from, setFrom] = useState<Channel | null>(channels[0] ?? null);
  const [to, setTo] = useState<Channel | null>(null);
  const [startsOn, setStartsOn] = useState('');
  const propose = useAct(
    (body: { from: Channel; to: Channel; startsOn: string }, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/channel-switches', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    { outdates: [conversationKey(engagementId)] },
  );
  const choice = channelChoice(t);
  return (
    <Stack gap="sm" maw={420}>
      <ProblemNotice problem={propose.error} />
      <Select
        label={t('conversation.switch-from')}
        allowDeselect={false}
        data={choice.filter(({ value }) => channels.includes(value))}
        value={from}
        onChange={(value) => setFrom(channelOf(value))}
      />
      <Select
        label={t('conversation.switch-to')}
        data={choice.filter(({ value }) => !channels.includes(value))}
        value={to}
        onChange={(value) => setTo(channelOf(value))}
      />
      <TextInput type="date" label={t('conversation.switch-on')} {...typed(startsOn, setStartsOn)} />
      <Group>
        <Button
          variant="light"
          loading={propose.isPending}
          disabled={from === null || to === null || startsOn === ''}
          onClick={() => from !== null && to !== null && propose.mutate({ from, to, startsOn })}
        >
          {t('conversation.switch-propose')}
        </Button>
      </Group>
    </Stack>
  );
}
