import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { dayOf } from '../../format/days';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';
import type { TimeEntry } from './time-queries';

/** When it really was, on the reader's own clock; or that it was a mistake. */
export function CorrectEntry({ entry, onClose }: { readonly entry: TimeEntry; readonly onClose: () => void }) {
  const t = useText();
  const [startedAt, setStartedAt] = useState(() => localOf(entry.startedAt));
  const [endedAt, setEndedAt] = useState(() => localOf(entry.endedAt ?? entry.startedAt));
  const [note, setNote] = useState(entry.note ?? '');
  const params = (key: string) => stepOf(entry, key);
  const correct = useAct(
    (given: { startedAt: string; endedAt: string; note?: string }, key) =>
      client.body(client.api.POST('/v1/time-entries/{id}/correction', { params: params(key), body: given })),
    { outdates: [['time']], onDone: onClose },
  );
  const discard = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/time-entries/{id}/discarding', { params: params(key) })),
    { outdates: [['time']], onDone: onClose },
  );
  const said = note.trim();
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNotice problem={correct.error ?? discard.error} />
      <Group align="flex-end">
        <TextInput type="datetime-local" label={t('time.began')} {...typed(startedAt, setStartedAt)} />
        <TextInput type="datetime-local" label={t('time.ended')} {...typed(endedAt, setEndedAt)} />
        <TextInput label={t('time.note')} maxLength={300} {...typed(note, setNote)} />
      </Group>
      <Group>
        <Button
          size="sm"
          disabled={startedAt === '' || endedAt === ''}
          loading={correct.isPending}
          onClick={() =>
            correct.mutate({
              startedAt: new Date(startedAt).toISOString(),
              endedAt: new Date(endedAt).toISOString(),
              ...(said !== '' && { note: said }),
            })
          }
        >
          {t('time.save')}
        </Button>
        <Button size="sm" variant="subtle" color="gray" onClick={onClose}>
          {t('time.leave')}
        </Button>
        {entry.status === 'accepted' ? null : (
          <Button size="sm" variant="subtle" color="red" loading={discard.isPending} onClick={() => discard.mutate()}>
            {t('time.discard')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** As a field for date and time has it, to the minute. */
const localOf = (instant: string): string => {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dayOf(instant)}T${two(date.getHours())}:${two(date.getMinutes())}`;
};
