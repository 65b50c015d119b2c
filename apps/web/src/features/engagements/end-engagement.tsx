import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';

/** Ends it before its term is over; ten seconds long that can be undone. */
export function EndEngagement({ engagementId, etag }: { readonly engagementId: string; readonly etag: string }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const undo = useUndo();
  const end = useAct(
    (why: string, key) =>
      client.body(
        client.api.POST('/v1/engagements/{id}/end', {
          params: { path: { id: engagementId }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { reason: why },
        }),
      ),
    { outdates: [['engagements'], ['runs'], ['bookings'], ['reviews']] },
  );
  if (undo.pending) return null;
  return (
    <Section title={t('engagements.end')}>
      <Text c="dimmed" size="sm" mb="sm">
        {t('engagements.end-says')}
      </Text>
      <ProblemNotice problem={end.error} />
      <Group align="flex-end">
        <TextInput
          flex={1}
          maw={420}
          label={t('bookings.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          color="red"
          variant="light"
          disabled={reason.trim() === ''}
          onClick={() => undo.begin({ says: t('engagements.was-ended'), act: () => end.mutateAsync(reason) })}
        >
          {t('engagements.end-it')}
        </Button>
      </Group>
    </Section>
  );
}
