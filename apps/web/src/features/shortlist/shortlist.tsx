import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Need } from '../needs/need-queries';
import { Comparison } from './comparison';
import { EntryCard } from './entry-card';
import { NearMisses } from './near-misses';
import { useShortlist } from './use-shortlist';

const comparable = 3;

/** Who fits best and why, up to three of them side by side, and who misses by one thing. */
export function Shortlist({ need }: { readonly need: Need }) {
  const t = useText();
  const shortlist = useShortlist(need.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const again = useAct(
    () => client.body(client.api.POST('/v1/needs/{id}/shortlist', { params: { path: { id: need.id } } })),
    { outdates: [['shortlist', need.id]] },
  );
  if (shortlist.isError) return <ProblemNotice problem={shortlist.error} />;
  if (shortlist.data === undefined || shortlist.data.status === 'preparing') {
    return (
      <Stack role="status" aria-busy aria-label={t('words.loading')}>
        {[1, 2, 3].map((place) => (
          <Skeleton key={place} h={148} />
        ))}
      </Stack>
    );
  }
  const { entries, nearMisses, considered } = shortlist.data;
  const toggle = (assistantId: string): void =>
    setChosen(
      chosen.includes(assistantId)
        ? chosen.filter((each) => each !== assistantId)
        : [...chosen, assistantId].slice(-comparable),
    );
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text>{t('shortlist.considered', { considered, fit: entries.length })}</Text>
        <Group gap="sm">
          <Button variant="subtle" loading={again.isPending} onClick={() => again.mutate()}>
            {t('shortlist.again')}
          </Button>
          {chosen.length > 1 ? (
            <Button variant="light" data-testid="compare" onClick={() => setComparing(!comparing)}>
              {comparing ? t('shortlist.back') : t('shortlist.compare', { count: chosen.length })}
            </Button>
          ) : null}
        </Group>
      </Group>
      <ProblemNotice problem={again.error} />
      {comparing && chosen.length > 1 ? (
        <Comparison need={need} entries={entries.filter(({ assistantId }) => chosen.includes(assistantId))} />
      ) : (
        entries.map((entry) => (
          <EntryCard
            key={entry.assistantId}
            entry={entry}
            need={need}
            chosen={chosen.includes(entry.assistantId)}
            onChoose={() => toggle(entry.assistantId)}
          />
        ))
      )}
      {nearMisses.length === 0 ? null : (
        <section>
          <Title order={3} size="h4" mb="sm">
            {t('shortlist.near')}
          </Title>
          <NearMisses nearMisses={nearMisses} />
        </section>
      )}
    </Stack>
  );
}
