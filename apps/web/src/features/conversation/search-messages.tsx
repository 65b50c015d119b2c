import { Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../../parts/problem-notice';
import { TextLink } from '../../parts/links';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { type Conversation, foundMessagesQuery } from './conversation-queries';

/** Messages by what was said, in all threads. */
export function SearchMessages({ conversation: { engagementId } }: { readonly conversation: Conversation }) {
  const t = useText();
  const format = useFormat();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 250);
  const found = useQuery({ ...foundMessagesQuery(engagementId, asked), enabled: asked !== '' });
  const items = asked === '' ? [] : (found.data?.items ?? []);
  return (
    <Stack gap="sm" role="search">
      <TextInput
        type="search"
        label={t('conversation.search')}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ProblemNotice problem={found.error} />
      {asked !== '' && found.data?.items.length === 0 ? (
        <Text c="dimmed">{t('conversation.nothing-found')}</Text>
      ) : null}
      {items.map(({ id, threadId, text, sentAt }) => (
        <Stack key={id} gap={0}>
          <TextLink to="/messages/$engagementId" params={{ engagementId }} search={{ thread: threadId }} lineClamp={2}>
            {text}
          </TextLink>
          <Text size="sm" c="dimmed">
            {format.moment(sentAt)}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}
