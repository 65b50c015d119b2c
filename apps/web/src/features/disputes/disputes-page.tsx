import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { type Dispute, disputesQuery } from './dispute-queries';
import { DisputeStatus, useOwnSide } from './dispute-status';
import { useMeasure } from './use-measure';

/** What is disputed, and whose turn it is. */
export function DisputesPage() {
  const t = useText();
  const disputes = useInfiniteQuery(disputesQuery);
  const isAdministrator = useOwnSide() === 'administrator';
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t('disputes.title')}
        says={t(isAdministrator ? 'disputes.says-administrator' : 'disputes.says')}
      />
      <EndlessList query={disputes} rowHeight={104} empty={<EmptyState says={t('disputes.none')} />}>
        {(dispute) => <DisputeCard dispute={dispute} />}
      </EndlessList>
    </Stack>
  );
}

function DisputeCard({ dispute }: { readonly dispute: Dispute }) {
  const t = useText();
  const format = useFormat();
  const { measure } = useMeasure();
  const { id, subject, charge, openedAt } = dispute;
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <TextLink to="/disputes/$disputeId" params={{ disputeId: id }} fw={600}>
            {t(`disputes.about-${subject.kind}`, { description: charge.description })}
          </TextLink>
          <Text size="sm">{measure(dispute, charge.measure)}</Text>
          <Text size="sm" c="dimmed">
            {t('disputes.opened', { day: format.dayOf(openedAt) })}
          </Text>
        </Stack>
        <DisputeStatus dispute={dispute} />
      </Group>
    </Card>
  );
}
