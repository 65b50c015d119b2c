import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { agenciesQuery, type Agency } from './agency-queries';

const meanings: Readonly<Record<Agency['status'], Meaning>> = {
  registered: 'waits-for-you',
  verified: 'good',
  suspended: 'ended',
};

/** Who may list assistants: those that were looked at, and what was seen. */
export function AgenciesPage() {
  const t = useText();
  const format = useFormat();
  const agencies = useInfiniteQuery(agenciesQuery);
  return (
    <>
      <PageHead title={t('shell.agencies')} says={t('administration.agencies-says')} />
      <EndlessList query={agencies} rowHeight={110} empty={<EmptyState says={t('administration.no-agencies')} />}>
        {(agency) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between" align="flex-start">
              <Stack gap={2}>
                <Text fw={600}>{agency.name}</Text>
                <Text size="sm" c="dimmed">
                  {format.country(agency.countryCode)} · {agency.vatId ?? t('administration.no-vat')} ·{' '}
                  {agency.contactEmail}
                </Text>
              </Stack>
              <StatusWord meaning={meanings[agency.status]} word={t(`administration.status-${agency.status}`)} />
            </Group>
            {agency.status === 'verified' ? null : <Verification agency={agency} />}
          </Card>
        )}
      </EndlessList>
    </>
  );
}

function Verification({ agency }: { readonly agency: Agency }) {
  const t = useText();
  const [note, setNote] = useState('');
  const verify = useAct(
    (given: string) =>
      client.body(
        client.api.PUT('/v1/agencies/{id}/verification', {
          params: { path: { id: agency.id }, header: { 'If-Match': `"${agency.version}"` } },
          body: { note: given },
        }),
      ),
    { outdates: [['agencies']] },
  );
  return (
    <Stack gap="xs" mt="sm">
      <ProblemNotice problem={verify.error} />
      <Group align="flex-end">
        <TextInput
          label={t('administration.seen')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button disabled={note.trim() === ''} loading={verify.isPending} onClick={() => verify.mutate(note)}>
          {t('administration.verify')}
        </Button>
      </Group>
    </Stack>
  );
}
