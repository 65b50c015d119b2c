import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type Channel, channelChoice, channelOf } from './channel-choice';
import { type Conversation, conversationKey } from './conversation-queries';

type Told = components['schemas']['TellMessageDto'];

/** What was said on the telephone, or wherever else: written down, so that it isn't lost. */
export function TellMessage({ conversation: { engagementId, channels } }: { readonly conversation: Conversation }) {
  const t = useText();
  const side = useOwnSession().organisationKind === 'business' ? 'business' : 'agency';
  const [channel, setChannel] = useState<Channel>('phone');
  const [writtenBy, setWrittenBy] = useState<'agency' | 'business'>(side);
  const [saidAt, setSaidAt] = useState('');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const tell = useAct(
    (body: Told, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/outside-messages', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key } },
          // Another try of the same is the same message.
          body: { ...body, externalId: key },
        }),
      ),
    {
      outdates: [conversationKey(engagementId), ['conversations']],
      onDone() {
        setText('');
        setSubject('');
        setSaidAt('');
      },
    },
  );
  const isAgreed = channels.includes(channel);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('conversation.tell-says')}</Text>
      <ProblemNotice problem={tell.error} />
      {tell.isSuccess ? <Text role="status">{t('conversation.told')}</Text> : null}
      <Group grow align="flex-start">
        <Select
          label={t('conversation.channel')}
          description={isAgreed ? undefined : t('conversation.tell-elsewhere')}
          allowDeselect={false}
          data={channelChoice(t)}
          value={channel}
          onChange={(value) => setChannel(channelOf(value) ?? channel)}
        />
        <Select
          label={t('conversation.tell-who')}
          allowDeselect={false}
          data={[
            { value: side, label: t('conversation.tell-we') },
            { value: side === 'business' ? 'agency' : 'business', label: t('conversation.tell-they') },
          ]}
          value={writtenBy}
          onChange={(value) => setWrittenBy(value === 'business' ? 'business' : 'agency')}
        />
      </Group>
      <TextInput type="datetime-local" label={t('conversation.tell-when')} {...typed(saidAt, setSaidAt)} />
      <TextInput label={t('conversation.subject')} maxLength={200} {...typed(subject, setSubject)} />
      <Textarea
        label={t('conversation.tell-what')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        {...typed(text, setText)}
      />
      <Group>
        <Button
          variant="light"
          loading={tell.isPending}
          disabled={text.trim() === '' || saidAt === ''}
          onClick={() =>
            tell.mutate({
              channel,
              writtenBy,
              externalId: '',
              saidAt: new Date(saidAt).toISOString(),
              text,
              ...(subject.trim() !== '' && { subject: subject.trim() }),
            })
          }
        >
          {t('conversation.tell-keep')}
        </Button>
      </Group>
    </Stack>
  );
}
