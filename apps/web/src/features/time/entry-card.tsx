import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { DisputeLink } from '../disputes/dispute-link';
import { AcceptOrGiveBack } from '../work/accept-or-give-back';
import { CorrectEntry } from './correct-entry';
import type { TimeEntry } from './time-queries';

const meanings: Readonly<Record<TimeEntry['status'], Meaning>> = {
  running: 'draft',
  recorded: 'waits-for-them',
  returned: 'at-risk',
  accepted: 'good',
  discarded: 'ended',
};

/** What was worked, and what the reader can do about it now. */
export function EntryCard({ entry, name }: { readonly entry: TimeEntry; readonly name: string }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const [correcting, setCorrecting] = useState(false);
  const judges = hasRole(session, 'business.owner', 'business.colleague');
  const works = hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assistant');
  const { status, startedAt, endedAt, note, returnReason, invoiceId } = entry;
  const isOpen =
    entry.disputeId === null &&
    (status === 'recorded' ||
      status === 'returned' ||
      (status === 'accepted' && invoiceId === null && !entry.fromPack));
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Text fw={600}>{name}</Text>
          <Text size="sm">
            {`${format.clock(startedAt)} – ${endedAt === null ? '…' : format.clock(endedAt)}`}
            {entry.minutes === null ? '' : ` · ${format.minutes(entry.minutes)}`}
          </Text>
          <Counted entry={entry} />
          {note === null ? null : <Text size="sm">{note}</Text>}
          {returnReason === null ? null : <Text size="sm">{t('work.returned-because', { reason: returnReason })}</Text>}
        </Stack>
        <StatusWord
          meaning={status === 'recorded' && judges ? 'waits-for-you' : meanings[status]}
          word={invoiceId === null ? t(`time.status-${status}`) : t('time.status-invoiced')}
        />
      </Group>
      {entry.roundedMinutes === null || invoiceId !== null || status === 'discarded' ? null : (
        <DisputeLink kind="time-entry" id={entry.id} engagementId={entry.engagementId} disputeId={entry.disputeId} />
      )}
      {judges && isOpen && status === 'recorded' ? <Judge entry={entry} /> : null}
      {works && isOpen && !correcting ? (
        <Group mt="sm">
          <Button size="compact-sm" variant="subtle" onClick={() => setCorrecting(true)}>
            {t('time.correct')}
          </Button>
        </Group>
      ) : null}
      {correcting ? <CorrectEntry entry={entry} onClose={() => setCorrecting(false)} /> : null}
    </Card>
  );
}

function Counted({ entry: { roundedMinutes, chargedMinutes, fromPack } }: { readonly entry: TimeEntry }) {
  const t = useText();
  const format = useFormat();
  if (roundedMinutes === null) return null;
  const says =
    chargedMinutes === null
      ? t('time.counts', { minutes: format.minutes(roundedMinutes) })
      : t(fromPack ? 'time.from-pack' : 'time.charged', { minutes: format.minutes(chargedMinutes) });
  return (
    <Text size="sm" c="dimmed">
      {says}
    </Text>
  );
}

function Judge({ entry: { id, version, silenceAcceptsAt } }: { readonly entry: TimeEntry }) {
  const t = useText();
  const format = useFormat();
  const [givesBack, setGivesBack] = useState(false);
  const params = (key: string) => stepOf({ id, version }, key);
  const accept = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/time-entries/{id}/acceptance', { params: params(key) })),
    { outdates: [['time']] },
  );
  const giveBack = useAct(
    (why: string, key) =>
      client.body(client.api.POST('/v1/time-entries/{id}/return', { params: params(key), body: { reason: why } })),
    { outdates: [['time']] },
  );
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNotice problem={accept.error ?? giveBack.error} />
      {silenceAcceptsAt === null ? null : (
        <Text size="sm" c="dimmed">
          {t('time.silence', { time: format.moment(silenceAcceptsAt) })}
        </Text>
      )}
      <AcceptOrGiveBack
        isAccepting={accept.isPending}
        onAccept={() => accept.mutate()}
        givesBack={givesBack}
        whyBack={t('time.why-back')}
        onGivesBack={() => setGivesBack(true)}
        giveBack={giveBack}
      />
    </Stack>
  );
}
