import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { BringFile, FileLink } from '../../parts/files';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { conversationKey, type Message, type Thread } from './conversation-queries';

type Written = components['schemas']['SendMessageDto'];
type Leaves = 'nothing' | 'question' | 'change' | 'promise';

/** What is written next: whether it asks or promises, by when, and what it replies to. A draft is kept on the device. */
export function Composer({
  thread,
  replied,
  onDone,
}: {
  readonly thread: Thread;
  readonly replied: Message | null;
  readonly onDone: () => void;
}) {
  const t = useText();
  const side = useOwnSession().organisationKind;
  const [text, setText, forget] = useLocalStorage({ key: `ajudant.draft.${thread.id}`, defaultValue: '' });
  const [leaves, setLeaves] = useState<Leaves>('nothing');
  const [due, setDue] = useState('');
  const [keeps, setKeeps] = useState(true);
  const [files, setFiles] = useState<readonly string[]>([]);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (replied !== null) words.current?.focus();
  }, [replied]);
  const open = replied?.openItem?.settledAs === null ? replied.openItem : null;
  const canKeep = open?.kind === 'promise' && open.waitsFor === side;
  const send = useAct(
    (body: Written, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/messages', {
          params: { path: { id: thread.engagementId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    {
      outdates: [conversationKey(thread.engagementId), ['conversations']],
      onDone() {
        forget();
        setLeaves('nothing');
        setDue('');
        setFiles([]);
        onDone();
      },
    },
  );
  const asks = leaves === 'question' || leaves === 'change';
  const at = due === '' ? undefined : new Date(due).toISOString();
  const written: Written = {
    threadId: thread.id,
    text,
    ...(leaves === 'change' && { asksForChange: true }),
    ...(asks && { expectsAnswer: true, ...(at !== undefined && { answerBy: at }) }),
    ...(files.length > 0 && { fileIds: [...files] }),
    ...(leaves === 'promise' && at !== undefined && { promiseKeptBy: at }),
    ...(replied !== null && { repliesTo: replied.id }),
    ...(canKeep && keeps && { keepsPromise: true }),
  };
  return (
    <Stack gap="sm" component="form" onSubmit={(event) => event.preventDefault()}>
      <ProblemNotice problem={send.error} />
      {replied === null ? null : (
        <Group gap="sm" wrap="nowrap">
          <Text size="sm" fs="italic" lineClamp={1}>
            {t('conversation.replies-to', { words: replied.text })}
          </Text>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
            {t('conversation.no-reply')}
          </Button>
        </Group>
      )}
      <Textarea
        ref={words}
        label={t('conversation.write')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        {...typed(text, setText)}
      />
      {canKeep ? (
        <Checkbox
          label={t('conversation.keeps')}
          checked={keeps}
          onChange={(event) => setKeeps(event.currentTarget.checked)}
        />
      ) : null}
      <Radio.Group label={t('conversation.leaves')} value={leaves} onChange={(value) => setLeaves(value as Leaves)}>
        <Group gap="md" mt="xs">
          <Radio value="nothing" label={t('conversation.leaves-nothing')} />
          <Radio value="question" label={t('conversation.leaves-question')} />
          <Radio value="change" label={t('conversation.leaves-change')} />
          <Radio value="promise" label={t('conversation.leaves-promise')} />
        </Group>
      </Radio.Group>
      <ComposedFiles ids={files} onChange={setFiles} />
      <Group align="flex-end" justify="space-between">
        {leaves === 'nothing' ? (
          <span />
        ) : (
          <TextInput
            type="datetime-local"
            label={t(asks ? 'conversation.answer-by' : 'conversation.promise-by')}
            description={asks ? t('conversation.answer-by-says') : undefined}
            {...typed(due, setDue)}
          />
        )}
        <Button
          loading={send.isPending}
          disabled={text.trim() === '' || (leaves === 'promise' && due === '')}
          onClick={() => send.mutate(written)}
        >
          {t('conversation.send')}
        </Button>
      </Group>
    </Stack>
  );
}

const mostFiles = 10;

/** What hangs on the message, to look at and to take off again. */
function ComposedFiles({
  ids,
  onChange,
}: {
  readonly ids: readonly string[];
  readonly onChange: (change: (ids: readonly string[]) => readonly string[]) => void;
}) {
  const t = useText();
  return (
    <Group gap="sm">
      {ids.map((id) => (
        <Group key={id} gap={4}>
          <FileLink id={id} />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => onChange((known) => known.filter((each) => each !== id))}
          >
            {t('conversation.take-off')}
          </Button>
        </Group>
      ))}
      {ids.length >= mostFiles ? null : (
        <BringFile most={mostFiles - ids.length} onBrought={({ id }) => onChange((known) => [...known, id])} />
      )}
    </Group>
  );
}
