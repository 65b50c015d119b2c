import { Button, Card, Group, NumberInput, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { SuggestionEffect } from './suggestion-queries';
import { useFigure, useMetricName } from './use-figure';

const verdicts = ['reached', 'improved', 'not-improved'] as const;
type Verdict = (typeof verdicts)[number];
const meanings = { reached: 'good', improved: 'good', 'not-improved': 'ended' } as const;

/** What was expected of a suggestion, and beside it what came of it. */
export function EffectCard({ effect }: { readonly effect: SuggestionEffect }) {
  const t = useText();
  const format = useFormat();
  const figure = useFigure();
  const metricName = useMetricName();
  const { suggestion, status, value, verdict, dueAt } = effect;
  const { target } = suggestion;
  const says = hasRole(useOwnSession(), 'business.owner', 'business.colleague');
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" align="flex-start">
        <Text fw={600}>{suggestion.title}</Text>
        {verdict === null ? (
          <StatusWord
            meaning={status === 'due' && says ? 'waits-for-you' : 'waits-for-them'}
            word={status === 'due' ? t('suggestions.effect-due') : t('suggestions.effect-running')}
          />
        ) : (
          <StatusWord meaning={meanings[verdict]} word={t(`suggestions.verdict-${verdict}`)} />
        )}
      </Group>
      {target === undefined ? (
        <Text size="sm">{suggestion.expectedEffect}</Text>
      ) : (
        <Text size="sm">
          {t('suggestions.from-to', {
            what: metricName(target),
            from: figure(target, target.baseline),
            to: figure(target, target.expected),
          })}
        </Text>
      )}
      {target !== undefined && value !== null ? (
        <Text fw={600}>{t('suggestions.came-to', { value: figure(target, value) })}</Text>
      ) : null}
      {status === 'running' ? (
        <Text size="sm" c="dimmed">
          {t('suggestions.measured-on', { day: format.dayOf(dueAt) })}
        </Text>
      ) : null}
      {effect.source === null ? null : (
        <Text size="sm" c="dimmed">
          {t(`suggestions.source-${effect.source}`)}
        </Text>
      )}
      {status === 'due' && says ? <Tell effect={effect} /> : null}
    </Card>
  );
}

function Tell({ effect }: { readonly effect: SuggestionEffect }) {
  const t = useText();
  const [value, setValue] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const hasFigure = effect.suggestion.target !== undefined;
  const tell = useAct(
    (body: { value?: number; verdict?: Verdict }, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/suggestion-effects/{effectId}/result', {
          params: {
            path: { id: effect.engagementId, effectId: effect.id },
            header: { 'Idempotency-Key': key, 'If-Match': `"${effect.version}"` },
          },
          body,
        }),
      ),
    { outdates: [['suggestion-effects']] },
  );
  return (
    <>
      <Group align="flex-end" mt="sm">
        {hasFigure ? (
          <NumberInput
            label={t('suggestions.how-is-it-now')}
            min={0}
            allowDecimal={false}
            value={value ?? ''}
            onChange={(typed) => setValue(typedNumber(typed))}
          />
        ) : (
          <Select
            label={t('suggestions.did-it-work')}
            data={verdicts.map((each) => ({ value: each, label: t(`suggestions.verdict-${each}`) }))}
            value={verdict}
            onChange={(chosen) => setVerdict(chosen as Verdict | null)}
          />
        )}
        <Button
          variant="default"
          disabled={hasFigure ? value === null : verdict === null}
          loading={tell.isPending}
          onClick={() => tell.mutate(hasFigure ? { value: value! } : { verdict: verdict! })}
        >
          {t('suggestions.tell')}
        </Button>
      </Group>
      <ProblemNotice problem={tell.error} />
    </>
  );
}
