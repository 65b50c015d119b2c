import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile';
import { HolidaysField } from '../../parts/holidays-field';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { WeekEditor } from '../../parts/week-editor';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { zoneName } from '../../parts/zones';
import { useText } from '../../texts/use-text';
import { responseHoursQuery } from './response-queries';

const typedOf = ({ weeklyHours, closedOn, holidays }: components['schemas']['ResponseHoursDto']) => ({
  weeklyHours,
  holidays: holidays ?? null,
  closed: closedOn.join('\n'),
});

type Typed = ReturnType<typeof typedOf>;

const words = {
  weeklyHours: 'response-time.hours',
  closed: 'response-time.closed',
  holidays: 'response-time.holidays-of',
} as const;

/** When the business is there for its customers, and the days on which it is closed. */
export function HoursEditor({ businessId }: { readonly businessId: string }) {
  const t = useText();
  const { data: kept } = useSuspenseQuery(responseHoursQuery(businessId));
  const save = useAct(
    ({ weeklyHours: hours, closed: dates, holidays: days }: Typed) =>
      client.body(
        client.api.PUT('/v1/businesses/{id}/response-hours', {
          params: { path: { id: businessId }, header: { 'If-Match': kept.etag ?? '*' } },
          body: { weeklyHours: hours, closedOn: dates.split(/[\s,;]+/).filter((date) => date !== ''), holidays: days },
        }),
      ),
    { outdates: [['response-hours', businessId], ['response-time']], onDone: (saved): void => settle(typedOf(saved)) },
  );
  const { draft, setDraft, meanwhile, settle } = useMergedDraft(typedOf(kept.body), save.isPending, (field) => ({
    what: t(words[field]),
  }));
  const { weeklyHours, closed, holidays } = draft;
  return (
    <Section title={t('response-time.hours')}>
      <Stack gap="md" maw={640}>
        <Text size="sm" c="dimmed">
          {t('response-time.hours-says', { zone: zoneName(kept.body.timeZone) })}
        </Text>
        <WeekEditor hours={weeklyHours} onChange={(hours) => setDraft({ ...draft, weeklyHours: hours })} />
        <HolidaysField
          label={t('response-time.holidays-of')}
          chosen={holidays}
          onChoose={(chosen) => setDraft({ ...draft, holidays: chosen })}
        />
        <Textarea
          label={t('response-time.closed')}
          description={t('response-time.closed-says')}
          autosize
          minRows={3}
          maxRows={12}
          {...typed(closed, (days) => setDraft({ ...draft, closed: days }))}
        />
        <ProblemNotice problem={save.error} />
        <ChangedMeanwhile fields={meanwhile} />
        {save.isSuccess ? (
          <Alert variant="light" role="status">
            {t('response-time.hours-saved')}
          </Alert>
        ) : null}
        <Button w="fit-content" variant="default" loading={save.isPending} onClick={() => save.mutate(draft)}>
          {t('response-time.hours-save')}
        </Button>
      </Stack>
    </Section>
  );
}
