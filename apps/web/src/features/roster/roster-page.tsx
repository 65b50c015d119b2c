import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { ListingSteps } from './listing-steps';
import { RosterImport } from './roster-import';
import { type Assistant, rosterQuery } from './roster-queries';

const meanings: Readonly<Record<Assistant['status'], Meaning>> = {
  draft: 'draft',
  published: 'good',
  paused: 'waits-for-you',
  withdrawn: 'ended',
};

/** The agency's assistants, whatever their state; a spreadsheet adds and changes many at once. */
export function RosterPage() {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const roster = useInfiniteQuery(rosterQuery);
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.roster')} says={t('roster.says')} />
      <RosterImport />
      <EndlessList query={roster} rowHeight={112} empty={<EmptyState says={t('roster.none')} />}>
        {(assistant) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Stack gap={2}>
                <Text fw={600}>{assistant.displayName}</Text>
                <Text size="sm">
                  {assistant.professionalTitle} · {t('words.per-hour', { price: format.money(assistant.hourlyRate) })}
                </Text>
                <Text size="sm" c="dimmed" lineClamp={1}>
                  {assistant.dutyCodes.map(label).join(' · ')}
                </Text>
              </Stack>
              <Stack gap="xs" align="flex-end">
                <StatusWord meaning={meanings[assistant.status]} word={t(`roster.status-${assistant.status}`)} />
                <ListingSteps assistant={assistant} />
              </Stack>
            </Group>
          </Card>
        )}
      </EndlessList>
    </Stack>
  );
}
