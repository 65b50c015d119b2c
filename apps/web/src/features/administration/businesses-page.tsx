import { Card, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { type Business, businessesQuery } from './business-queries';
import { VatLookUp } from './vat-look-up';

type Result = NonNullable<Business['vatCheck']>['result'];

const choices = ['all', 'to-look-up'] as const;
type Choice = (typeof choices)[number];
const meanings: Readonly<Record<Result, Meaning>> = {
  unchecked: 'waits-for-you',
  unavailable: 'waits-for-you',
  valid: 'good',
  invalid: 'at-risk',
};

const waits = ({ vatCheck }: Business): boolean => vatCheck !== null && meanings[vatCheck.result] === 'waits-for-you';

/** Who asks for help, and what registers say of their VAT ids. */
export function BusinessesPage() {
  const t = useText();
  const businesses = useInfiniteQuery(businessesQuery);
  const [shown, setShown] = useState<Choice>('all');
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.businesses')} says={t('administration.businesses-says')} />
      <Group>
        <SegmentedControl
          value={shown}
          aria-label={t('administration.show')}
          data={choices.map((each) => ({ value: each, label: t(`administration.vat-show-${each}`) }))}
          onChange={(each) => setShown(each as Choice)}
        />
      </Group>
      <EndlessList
        query={businesses}
        rowHeight={110}
        keep={(business) => shown === 'all' || waits(business)}
        empty={<EmptyState says={t(`administration.vat-none-${shown}`)} />}
      >
        {(business) => <BusinessCard business={business} />}
      </EndlessList>
    </Stack>
  );
}

function BusinessCard({ business }: { readonly business: Business }) {
  const t = useText();
  const format = useFormat();
  const { vatCheck } = business;
  const facts = [
    business.sector,
    format.country(business.countryCode),
    business.legalName,
    business.vatId ?? t('administration.no-vat'),
    business.contactEmail,
    t('administration.business-since', { day: format.dayOf(business.registeredAt) }),
  ].filter((fact) => fact !== null);
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} miw={0}>
          <Text fw={600}>{business.name}</Text>
          <Text size="sm" c="dimmed">
            {facts.join(' · ')}
          </Text>
        </Stack>
        {vatCheck === null ? null : (
          <StatusWord meaning={meanings[vatCheck.result]} word={t(`settings.vat-${vatCheck.result}`)} />
        )}
      </Group>
      {business.vatId === null ? null : <VatLookUp business={business} vatId={business.vatId} />}
    </Card>
  );
}
