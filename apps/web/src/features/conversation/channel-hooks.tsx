import { Alert, Button, Card, Code, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { UndoButton } from '../../parts/undo-button';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type Channel, channelChoice, channelOf } from './channel-choice';
import { channelHooksQuery, conversationKey } from './conversation-queries';

/** Where programs send what is said in a channel, signed. */
export function ChannelHooks({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const format = useFormat();
  const side = useOwnSession().organisationKind;
  const [channel, setChannel] = useState<Channel>('helpdesk');
  const hooks = useQuery(channelHooksQuery(engagementId));
  const outdates = [[...conversationKey(engagementId), 'hooks']];
  const make = useAct(
    (body: { channel: Channel }, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/channel-hooks', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    { outdates },
  );
  const end = useAct(
    (hookId: string) =>
      client.body(
        client.api.DELETE('/v1/engagements/{id}/channel-hooks/{hookId}', {
          params: { path: { id: engagementId, hookId } },
        }),
      ),
    { outdates },
  );
  return (
    <Section title={t('conversation.hooks')}>
      <Stack gap="md">
        <Text c="dimmed">{t('conversation.hooks-say')}</Text>
        <ProblemNotice problem={hooks.error ?? make.error ?? end.error} />
        {hooks.data?.items.map((hook) => (
          <Card key={hook.id} withBorder padding="sm">
            <Group justify="space-between" align="flex-start">
              <Stack gap={2}>
                <Text>
                  {t(`words.channel-${hook.channel}`)} · {format.moment(hook.madeAt)}
                </Text>
                <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                  {hook.path}
                </Text>
              </Stack>
              {hook.madeBy === side ? (
                <UndoButton
                  size="compact-sm"
                  variant="subtle"
                  says={t('conversation.hook-end')}
                  act={() => end.mutateAsync(hook.id)}
                />
              ) : null}
            </Group>
          </Card>
        ))}
        {make.data === undefined ? null : (
          <Alert variant="light" role="status">
            {t('conversation.hook-made')} <Code>{make.data.secret}</Code>
          </Alert>
        )}
        <Group align="flex-end">
          <Select
            label={t('conversation.channel')}
            allowDeselect={false}
            data={channelChoice(t)}
            value={channel}
            onChange={(value) => setChannel(channelOf(value) ?? channel)}
          />
          <Button variant="light" loading={make.isPending} onClick={() => make.mutate({ channel })}>
            {t('conversation.hook-make')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
