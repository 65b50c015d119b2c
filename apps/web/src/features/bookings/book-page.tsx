import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { agreementQuery } from '../agreements/agreement-queries';
import { AssistantName } from '../directory/assistant-name';
import { noHoursOf, type Weekly, WeeklyForm } from './weekly-form';

const route = getRouteApi('/own/agreements/$agreementId/book');

/** Hours of each week, from a day to a day, of the agreement's assistant; all of them are held, or none. */
export function BookPage() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { agreementId } = route.useParams();
  const { data } = useSuspenseQuery(agreementQuery(agreementId));
  const agreement = data.body;
  const version = agreement.versions.find(({ number }) => number === agreement.versionInForce)!;
  const [weekly, setWeekly] = useState(() => noHoursOf(version));
  const hourly = version.lines.filter(({ asNeeded }) => asNeeded);
  const needsLine = hourly.length === version.lines.length;
  const [lineId, setLineId] = useState(needsLine ? (hourly[0]?.lineId ?? '') : '');
  const book = useAct(
    (given: Weekly, key) =>
      client.body(
        client.api.POST('/v1/bookings', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            agreementId,
            weekly: given,
            ...(lineId !== '' && { lineId }),
            ...(agreement.instant && { confirm: true }),
          },
        }),
      ),
    {
      outdates: [['bookings'], ['engagements'], ['time']],
      onDone: ({ id }) => navigate({ to: '/bookings/$bookingId', params: { bookingId: id } }),
    },
  );
  return (
    <Stack gap="lg" maw={640}>
      <PageHead
        title={t('bookings.book')}
        says={
          <Group gap="sm">
            <AssistantName id={agreement.assistantId} />
            <span>{t('needs.term', { from: format.day(version.startsOn), to: format.day(version.endsOn) })}</span>
          </Group>
        }
        action={
          <Button
            loading={book.isPending}
            disabled={weekly.weeklyHours.length === 0}
            onClick={() => book.mutate(weekly)}
          >
            {t(agreement.instant ? 'bookings.book-at-once' : 'bookings.hold')}
          </Button>
        }
      />
      <ProblemNotice problem={book.error} />
      {hourly.length === 0 ? null : (
        <NativeSelect
          label={t('time.line')}
          value={lineId}
          onChange={(event) => setLineId(event.currentTarget.value)}
          data={[
            ...(needsLine ? [] : [{ value: '', label: t('time.line-none') }]),
            ...hourly.map((line) => ({ value: line.lineId, label: line.description })),
          ]}
        />
      )}
      <WeeklyForm term={version} weekly={weekly} onChange={setWeekly} />
    </Stack>
  );
}
