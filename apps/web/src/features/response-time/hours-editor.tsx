import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WeekEditor } from '../../parts/week-editor';
import { useText } from '../../texts/use-text';
import { responseHoursQuery } from './response-queries';

/** When the business is there for its customers, and the days on which it is closed. */
export function HoursEditor({ businessId }: { readonly businessId: string }) {
  const t = useText();
  const { data: kept } = useSuspenseQuery(responseHoursQuery(businessId));
  const [weeklyHours, setHours] = useState(kept.body.weeklyHours);
  const [closed, setClosed] = useState(kept.body.closedOn.join('\n'));
  const save = useAct(
    () =>
      client.body(
        client.api.PUT('/v1/businesses/{id}/response-hours', {
          params: { path: { id: businessId }, header: { 'If-Match': kept.etag ?? '*' } },
          body: { weeklyHours, closedOn: closed.split(/[\s,;]+/).filter((date) => date !== '') },
        }),
      ),
    { outdates: [['response-hours', businessId], ['response-time']] },
  );
  return (
    <Section title={t('response-time.hours')}>
      <Stack gap="md" maw={640}>
        <Text size="sm" c="dimmed">
          {t('response-time.hours-says', { zone: kept.body.timeZone.replaceAll('_', ' ') })}
        </Text>
        <WeekEditor hours={weeklyHours} onChange={setHours} />
        <Textarea
          label={t('response-time.closed')}
          description={t('response-time.closed-says')}
          autosize
          minRows={3}
          maxRows={12}
          value={closed}
          onChange={(event) => setClosed(event.currentTarget.value)}
        />
        <ProblemNotice problem={save.error} />
        {save.isSuccess ? (
          <Alert variant="light" role="status">
            {t('response-time.hours-saved')}
          </Alert>
        ) : null}
        <Button w="fit-content" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {t('response-time.hours-save')}
        </Button>
      </Stack>
    </Section>
  );
}
