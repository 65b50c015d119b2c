import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { type Conversation, conversationKey } from './conversation-queries';

/** Begins to talk about something, in one of the channels that are agreed. */
export function NewThread({ conversation: { engagementId, channels } }: { readonly conversation: Conversation }) {
  const t = useText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [subject, setSubject] = useState('');
  const [channel, setChannel] = useState(channels[0]);
  const start = useAct(
    (body: { subject: string; channel: Conversation['channels'][number] }, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/threads', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    {
      outdates: [conversationKey(engagementId)],
      async onDone(thread) {
        setOpen(false);
        setSubject('');
        await navigate({ to: '/messages/$engagementId', params: { engagementId }, search: { thread: thread.id } });
      },
    },
  );
  if (channel === undefined) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('conversation.new')}</Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('conversation.new')}
        closeButtonProps={{ 'aria-label': t('conversation.close') }}
      >
        <Stack gap="md">
          <ProblemNotice problem={start.error} />
          <TextInput
            label={t('conversation.subject')}
            maxLength={200}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
          />
          <Select
            label={t('conversation.channel')}
            allowDeselect={false}
            data={channels.map((value) => ({ value, label: t(`words.channel-${value}`) }))}
            value={channel}
            onChange={(value) => setChannel(channels.find((each) => each === value) ?? channel)}
          />
          <Group justify="flex-end">
            <Button
              disabled={subject.trim() === ''}
              loading={start.isPending}
              onClick={() => start.mutate({ subject: subject.trim(), channel })}
            >
              {t('conversation.begin')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
