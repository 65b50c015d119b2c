import { Button, Group, Rating, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { isOfTeam, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { PartOfEngagement } from '../engagements/part-of-engagement';
import { type Review, reviewsQuery } from './review-queries';

/** How it was, by either side: each says so once, after the end. */
export function ReviewsOfEngagement({ engagementId, isActive }: PartOfEngagement) {
  const t = useText();
  const session = useOwnSession();
  const reviews = useQuery(reviewsQuery(engagementId));
  const side = session.organisationKind === 'business' ? 'business' : 'agency';
  const given = reviews.data ?? [];
  const mayGive =
    !isActive && reviews.data !== undefined && given.every((review) => review.side !== side) && isOfTeam(session);
  return (
    <Section title={t('reviews.title')}>
      <ProblemNotice problem={reviews.error} />
      {given.length === 0 && !mayGive ? (
        <Text c="dimmed">{t(isActive ? 'reviews.after-the-end' : 'reviews.none')}</Text>
      ) : null}
      <Stack gap="lg">
        {given.map((review) => (
          <Given key={review.id} review={review} />
        ))}
        {mayGive ? <Give engagementId={engagementId} /> : null}
      </Stack>
    </Section>
  );
}

function Given({ review: { side, score, text, givenAt } }: { readonly review: Review }) {
  const t = useText();
  const format = useFormat();
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t(`reviews.by-${side}`)} · {format.dayOf(givenAt)} · {t('work.quality', { value: score })}
      </Text>
      {text === null ? null : <Text fs="italic">“{text}”</Text>}
    </div>
  );
}

function Give({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const [score, setScore] = useState(0);
  const [text, setText] = useState('');
  const give = useAct(
    (given: { readonly score: number; readonly text: string }, key) =>
      client.body(
        client.api.POST('/v1/reviews', {
          params: { header: { 'Idempotency-Key': key } },
          body: { engagementId, score: given.score, ...(given.text.trim() === '' ? {} : { text: given.text }) },
        }),
      ),
    { outdates: [['reviews']] },
  );
  return (
    <Stack gap="sm" maw={560}>
      <ProblemNotice problem={give.error} />
      <Group>
        <Text>{t('reviews.how-was-it')}</Text>
        <Rating
          value={score}
          onChange={setScore}
          aria-label={t('reviews.how-was-it')}
          getSymbolLabel={(value) => t('work.quality', { value })}
        />
      </Group>
      <Textarea
        label={t('reviews.in-words')}
        description={t('reviews.stays')}
        autosize
        minRows={2}
        maxLength={2000}
        {...typed(text, setText)}
      />
      <Group>
        <Button disabled={score === 0} loading={give.isPending} onClick={() => give.mutate({ score, text })}>
          {t('reviews.give')}
        </Button>
      </Group>
    </Stack>
  );
}
