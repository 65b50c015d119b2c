import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';

interface Ending {
  readonly engagementId: string;
  readonly etag: string;
  /** What both sides agreed on; with 0 either may end it at once. */
  readonly noticeDays: number;
}

const outdates = [['engagements'], ['runs'], ['bookings'], ['reviews']];

/** Ends it before its term is over, at once or by the agreed notice; ten seconds long that can be undone. */
export function EndEngagement({ engagementId, etag, noticeDays }: Ending) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [lastDay, setLastDay] = useState('');
  const undo = useUndo();
  const end = useAct(
    (why: string, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/end', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { reason: why },
        }),
      ),
    { outdates },
  );
  const notice = useAct(
    (why: string, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/notice', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { reason: why, ...(lastDay === '' ? {} : { lastDayOn: lastDay }) },
        }),
      ),
    { outdates },
  );
  const atOnce = noticeDays === 0 && lastDay === '';
  if (undo.pending) return null;
  return (
    <Section title={t('engagements.end')}>
      <Text c="dimmed" size="sm" mb="sm">
        {noticeDays === 0 ? t('engagements.end-says') : t('engagements.notice-says', { days: noticeDays })}
      </Text>
      <ProblemNotice problem={end.error ?? notice.error} />
      <Group align="flex-end">
        <TextInput flex={1} maw={420} label={t('bookings.reason')} maxLength={500} {...typed(reason, setReason)} />
        <TextInput type="date" label={t('engagements.last-day')} {...typed(lastDay, setLastDay)} />
        <Button
          color="red"
          variant="light"
          disabled={reason.trim() === ''}
          onClick={() =>
            undo.begin(
              atOnce
                ? { says: t('engagements.was-ended'), act: () => end.mutateAsync(reason) }
                : { says: t('engagements.notice-given'), act: () => notice.mutateAsync(reason) },
            )
          }
        >
          {t(atOnce ? 'engagements.end-it' : 'engagements.give-notice')}
        </Button>
      </Group>
    </Section>
  );
}
