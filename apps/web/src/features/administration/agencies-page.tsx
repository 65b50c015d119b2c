import { Card, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { agenciesQuery, type Agency } from './agency-queries';
import { AgencyStatus } from './agency-status';
import { CommissionOf } from './commission-schedule';
import { Suspension } from './suspension';
import { Verification } from './verification';

const choices = ['all', 'registered', 'verified', 'suspended'] as const;
type Choice = (typeof choices)[number];

/** Who may list assistants: those that were looked at, and what was seen. */
export function AgenciesPage() {
  const t = useText();
  const agencies = useInfiniteQuery(agenciesQuery);
  const [shown, setShown] = useState<Choice>('all');
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.agencies')} says={t('administration.agencies-says')} />
      <Group>
        <SegmentedControl
          value={shown}
          aria-label={t('administration.show')}
          data={choices.map((each) => ({ value: each, label: t(`administration.show-${each}`) }))}
          onChange={(each) => setShown(each as Choice)}
        />
      </Group>
      <EndlessList
        query={agencies}
        rowHeight={110}
        keep={({ status }) => shown === 'all' || status === shown}
        empty={<EmptyState says={t('administration.no-agencies')} />}
      >
        {(agency) => <AgencyCard agency={agency} />}
      </EndlessList>
    </Stack>
  );
}

function AgencyCard({ agency }: { readonly agency: Agency }) {
  const t = useText();
  const format = useFormat();
  const facts = [
    format.country(agency.countryCode),
    agency.legalName,
    agency.vatId ?? t('administration.no-vat'),
    agency.registrationNumber,
    agency.contactEmail,
    t('administration.since', { day: format.dayOf(agency.registeredAt) }),
  ].filter((fact) => fact !== null);
  return (
    <Card withBorder padding="md" mb="sm">
      <Beside aside={<AgencyStatus status={agency.status} />}>
        <Text fw={600}>{agency.name}</Text>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
        {agency.address === null ? null : (
          <Text size="sm" c="dimmed">
            {[agency.address.street, agency.address.postalCode, agency.address.city]
              .filter((part) => part !== null)
              .join(', ')}
          </Text>
        )}
      </Beside>
      <CommissionOf agencyId={agency.id} />
      {agency.status === 'verified' ? <Suspension agency={agency} /> : null}
      {agency.status === 'registered' || agency.status === 'suspended' ? <Verification agency={agency} /> : null}
    </Card>
  );
}
