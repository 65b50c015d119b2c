import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type Conversation, conversationKey, openSwitchQuery } from './conversation-queries';
import { canSign } from '../../session/can-sign';

/** Another channel that one side proposes, and the answer of the other one. */
export function OpenSwitch({ conversation: { engagementId } }: { readonly conversation: Conversation }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { data: open } = useSuspenseQuery(openSwitchQuery(engagementId));
  const answer = useAct(
    ({ id, step, version }: { id: string; step: 'acceptance' | 'declination' | 'withdrawal'; version: number }, key) =>
      client.body(
        client.api.POST(`/v1/engagements/{id}/channel-switches/{switchId}/${step}`, {
          params: {
            path: { id: engagementId, switchId: id },
            header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` },
          },
        }),
      ),
    { outdates: [conversationKey(engagementId), ['conversations']] },
  );
  if (open === null) return null;
  const { id, version } = open;
  const isOurs = open.proposedBy === session.organisationKind;
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <ProblemNotice problem={answer.error} />
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Text>
            {t('conversation.switch-proposed', {
              from: t(`words.channel-${open.from}`),
              to: t(`words.channel-${open.to}`),
              on: format.day(open.startsOn),
            })}
          </Text>
          <StatusWord
            meaning={isOurs ? 'waits-for-them' : 'waits-for-you'}
            word={t(isOurs ? 'conversation.switch-theirs' : 'conversation.switch-ours')}
          />
        </Group>
        {!canSign(session) ? null : isOurs ? (
          <Group>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              loading={answer.isPending}
              onClick={() => answer.mutate({ id, version, step: 'withdrawal' })}
            >
              {t('conversation.switch-withdraw')}
            </Button>
          </Group>
        ) : (
          <Group>
            <Button
              size="compact-sm"
              loading={answer.isPending}
              onClick={() => answer.mutate({ id, version, step: 'acceptance' })}
            >
              {t('conversation.switch-agree')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => answer.mutate({ id, version, step: 'declination' })}
            >
              {t('conversation.switch-decline')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
