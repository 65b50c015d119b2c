import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { TextLink } from '../../parts/links';
import { Deadline } from '../../parts/deadline';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { inOrder, type Waiting, type WaitingSource } from './waiting';
import classes from './home.module.css';

/** What waits for the reader, from all sources, the most pressing first. */
export function WhatWaits({ sources }: { readonly sources: readonly WaitingSource[] }) {
  const t = useText();
  const { waiting, pending, problem } = useQueries({
    queries: sources.map(({ queryKey, read }) => ({ queryKey, queryFn: read, staleTime: 0 })),
    combine: (results) => ({
      waiting: inOrder(results.flatMap(({ data }) => data ?? [])),
      pending: results.some(({ isPending }) => isPending),
      problem: results.find(({ error }) => error !== null)?.error,
    }),
  });
  return (
    <Section title={t('home.waits')}>
      <ProblemNotice problem={problem} />
      {waiting.length === 0 && pending ? <Skeleton h={56} /> : null}
      {waiting.length === 0 && !pending && problem === undefined ? <Text c="dimmed">{t('home.nothing')}</Text> : null}
      {waiting.length === 0 ? null : (
        <ul className={classes.list}>
          {waiting.map((each) => (
            <Row key={each.key} waiting={each} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ waiting: { text, values, link, assistantId, by, atRisk } }: { readonly waiting: Waiting }) {
  const t = useText();
  return (
    <li className={classes.row}>
      <Text span aria-hidden className={classes.shape} data-at-risk={atRisk === true || undefined}>
        {atRisk === true ? '▲' : '◆'}
      </Text>
      <Stack gap={0}>
        <TextLink fw={600} {...link}>
          {t(text, values)}
        </TextLink>
        {assistantId === undefined && !by ? null : (
          <Group gap="sm" fz="sm" c="dimmed">
            {assistantId === undefined ? null : <AssistantName id={assistantId} plain />}
            {by ? <Deadline at={by} /> : null}
          </Group>
        )}
      </Stack>
    </li>
  );
}
