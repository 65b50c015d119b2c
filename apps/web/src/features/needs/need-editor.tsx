import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFieldProblems } from '../../api/problem-text';
import { readersZone, useFormat } from '../../format/use-format';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { PriceInput } from '../../parts/price-input';
import { typedNumber } from '../../format/typed-number';
import { ChangedMeanwhile, type ChangedField } from '../../parts/changed-meanwhile';
import { Chips } from '../../parts/chips';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { WeekEditor } from '../../parts/week-editor';
import type { TextId } from '../../texts/text-id';
import { zoneName } from '../../parts/zones';
import { type Text as Say, useText } from '../../texts/use-text';
import { ChosenDuties } from '../ask/chosen-duties';
import { useDuties } from '../catalogue/use-catalogue';
import { type Need, needQuery } from './need-queries';
import { useAutosave } from './use-autosave';

const languagesSpoken = ['en', 'es', 'ca', 'fr', 'de', 'pt', 'it'];
const channels = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;

/** Everything that a need says before it is posted, on one page that saves itself. */
export function NeedEditor({
  need: given,
  begun,
}: {
  readonly need: Need;
  /** Whether it says for the most part what is usual, and nobody has looked at that yet. */
  readonly begun: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const catalogue = useDuties();
  const [need, setNeed] = useState(given);
  const autosave = useAutosave(given.id);
  const { meanwhile } = autosave;
  useEffect(() => {
    if (meanwhile !== null) setNeed(meanwhile.need);
  }, [meanwhile]);
  const fieldProblems = useFieldProblems();
  const change = (changes: Partial<Need>): void => {
    setNeed({ ...need, ...changes });
    autosave.save(changes as Parameters<typeof autosave.save>[0]);
  };
  const post = useAct(
    async (_: void, key) => {
      await autosave.settled();
      return client.body(
        client.api.POST('/v1/needs/{id}/posting', {
          params: { path: { id: given.id }, header: { 'Idempotency-Key': key } },
        }),
      );
    },
    { outdates: [needQuery(given.id).queryKey, ['needs']] },
  );
  const wrong = { ...fieldProblems(autosave.problem), ...fieldProblems(post.error) };
  const wrongIn = (part: string): string | undefined =>
    Object.entries(wrong).find(([name]) => name === part || name.startsWith(`${part}.`))?.[1];
  const cap = need.hourlyRateCap;
  return (
    <Stack gap="xl" maw={760}>
      <PageHead
        title={t('needs.complete')}
        says={<span aria-live="polite">{t(`needs.autosave-${autosave.state}`)}</span>}
        action={
          <Button loading={post.isPending} onClick={() => post.mutate()}>
            {t('needs.post')}
          </Button>
        }
      />
      <ProblemNotice problem={post.error ?? autosave.problem} />
      {begun ? <Text maw={640}>{t('needs.begun')}</Text> : null}
      <ChangedMeanwhile fields={(meanwhile?.fields ?? []).flatMap((field) => changedField(field, t))} />
      <Textarea
        label={t('needs.words')}
        autosize
        minRows={2}
        maxLength={4000}
        value={need.words ?? ''}
        onChange={(event) => change({ words: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <Section title={t('ask.duties')} problem={wrongIn('lines')}>
        <ChosenDuties
          duties={need.lines}
          onChange={(duties) =>
            change({
              lines: duties.map(
                (duty) =>
                  need.lines
                    .filter(({ dutyCode }) => dutyCode === duty.dutyCode)
                    .map((line) => ({ ...line, volume: duty.volume, cadence: duty.cadence }))[0] ??
                  // The criterion is the catalogue's until somebody words another.
                  ({ ...duty, lineId: duty.dutyCode, importance: 2 } as Need['lines'][number]),
              ),
            })
          }
        />
        {need.lines.map((line) => (
          <Checkbox
            key={line.lineId}
            mt="sm"
            label={t('time.by-the-hour', { duty: catalogue.get(line.dutyCode)?.label ?? line.dutyCode })}
            checked={line.asNeeded === true}
            onChange={(event) => {
              const asNeeded = event.currentTarget.checked;
              change({ lines: need.lines.map((one) => (one === line ? { ...one, asNeeded } : one)) });
            }}
          />
        ))}
      </Section>
      <Section title={t('needs.when')} problem={wrongIn('hours')}>
        <Group align="flex-start">
          <TextInput
            type="date"
            label={t('needs.starts')}
            value={need.startsOn ?? ''}
            error={wrongIn('startsOn')}
            onChange={(event) => change({ startsOn: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={t('needs.ends')}
            value={need.endsOn ?? ''}
            error={wrongIn('endsOn')}
            onChange={(event) => change({ endsOn: event.currentTarget.value || null })}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {t('needs.hours-says', { zone: zoneName(need.hours?.timeZone ?? readersZone) })}
        </Text>
        <WeekEditor
          hours={need.hours?.weekly ?? []}
          onChange={(weekly) =>
            change({
              hours:
                weekly.length === 0 ? null : { kind: 'weekly', timeZone: need.hours?.timeZone ?? readersZone, weekly },
            })
          }
        />
        <NumberInput
          label={t('needs.overlap')}
          description={t('needs.overlap-says')}
          suffix=" h"
          min={0}
          max={168}
          value={need.minOverlapMinutesPerWeek / 60}
          error={wrongIn('minOverlapMinutesPerWeek')}
          onChange={(hours) => {
            const typed = typedNumber(hours);
            if (typed !== null) change({ minOverlapMinutesPerWeek: Math.round(typed * 60) });
          }}
        />
      </Section>
      <Section title={t('needs.with-whom')} problem={undefined}>
        <Chips
          label={t('needs.languages')}
          values={need.requiredLanguages.map(({ language }) => language)}
          choices={languagesSpoken.map((code) => ({ value: code, label: format.language(code) }))}
          problem={wrongIn('requiredLanguages')}
          onChange={(codes) =>
            change({
              requiredLanguages: codes.map(
                (language) =>
                  need.requiredLanguages.find((each) => each.language === language) ?? { language, level: 'B2' },
              ),
            })
          }
        />
        <Chips
          label={t('needs.channels')}
          description={t('needs.channels-says')}
          max={2}
          values={need.channels}
          choices={channels.map((channel) => ({ value: channel, label: t(`words.channel-${channel}`) }))}
          problem={wrongIn('channels')}
          onChange={(chosen) => change({ channels: chosen })}
        />
        <PriceInput
          label={t('needs.cap')}
          description={t('needs.cap-says')}
          min={1}
          value={cap === null ? '' : majorUnits(cap)}
          currency={cap?.currency ?? 'EUR'}
          error={wrongIn('hourlyRateCap')}
          onChange={(amount) => {
            const typed = typedNumber(amount);
            change({ hourlyRateCap: typed === null ? null : moneyOf(typed, cap?.currency ?? 'EUR') });
          }}
        />
      </Section>
    </Stack>
  );
}

const fieldTexts: Readonly<Partial<Record<keyof Need, TextId>>> = {
  words: 'needs.words',
  lines: 'ask.duties',
  startsOn: 'needs.starts',
  endsOn: 'needs.ends',
  hours: 'needs.when',
  minOverlapMinutesPerWeek: 'needs.overlap',
  requiredLanguages: 'needs.languages',
  channels: 'needs.channels',
  hourlyRateCap: 'needs.cap',
};

function changedField(field: keyof Need, t: Say): readonly ChangedField[] {
  const text = fieldTexts[field];
  return text === undefined ? [] : [{ what: t(text) }];
}

function Section({
  title,
  problem,
  children,
}: {
  readonly title: string;
  readonly problem: string | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h4">
        {title}
      </Title>
      {problem === undefined ? null : (
        <Text c="var(--mantine-color-error)" size="sm" role="alert">
          {problem}
        </Text>
      )}
      {children}
    </Stack>
  );
}
