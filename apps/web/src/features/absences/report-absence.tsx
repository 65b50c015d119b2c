import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { rosterQuery } from '../roster/roster-queries';
import { outdatedByAbsence } from './absence-queries';

const kinds = ['sick', 'holiday', 'other'] as const;
type Kind = (typeof kinds)[number];

/** The assistant says that she can't work, or her agency for one of its assistants. */
export function ReportAbsence() {
  const t = useText();
  const session = useOwnSession();
  const forOthers = hasRole(session, 'agency.owner', 'agency.coordinator');
  const roster = useInfiniteQuery({ ...rosterQuery, enabled: forOthers });
  const [kind, setKind] = useState<Kind>('sick');
  const [assistantId, setAssistantId] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const report = useAct(
    (body: { kind: Kind; assistantId?: string; startsAt?: string; endsAt?: string }, key) =>
      client.body(client.api.POST('/v1/absences', { params: { header: { 'Idempotency-Key': key } }, body })),
    {
      outdates: outdatedByAbsence,
      onDone() {
        setFrom('');
        setUntil('');
      },
    },
  );
  const assistants = roster.data?.pages.flatMap(({ items }) => items) ?? [];
  const isWhole = (!forOthers || assistantId !== null) && (kind !== 'holiday' || until !== '');
  return (
    <Section title={t(forOthers ? 'absences.report-for' : 'absences.report')}>
      <Stack gap="sm">
        <ProblemNotice problem={report.error} />
        <Group align="flex-end">
          {forOthers ? (
            <Select
              label={t('absences.who')}
              searchable
              data={assistants.map(({ id, displayName }) => ({ value: id, label: displayName }))}
              value={assistantId}
              onChange={setAssistantId}
            />
          ) : null}
          <Select
            label={t('absences.what')}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`absences.kind-${value}`) }))}
            value={kind}
            onChange={(value) => setKind(value ?? 'sick')}
          />
          <TextInput
            type="datetime-local"
            label={t('absences.from')}
            description={t('absences.from-says')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('absences.until')}
            description={t(kind === 'holiday' ? 'absences.until-needed' : 'absences.until-says')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <Button
            disabled={!isWhole}
            loading={report.isPending}
            onClick={() =>
              report.mutate({
                kind,
                ...(assistantId !== null && { assistantId }),
                ...(from !== '' && { startsAt: new Date(from).toISOString() }),
                ...(until !== '' && { endsAt: new Date(until).toISOString() }),
              })
            }
          >
            {t('absences.say-so')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('absences.report-says')}
        </Text>
      </Stack>
    </Section>
  );
}
