import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { type EntryStatus, entriesQuery, entryStatuses } from './import-queries';

/** What imported catalogues hold now, and what they no longer do. */
export function ImportedEntries() {
  const t = useText();
  const format = useFormat();
  const { locale } = useIntl();
  const [status, setStatus] = useState<EntryStatus>('active');
  const entries = useInfiniteQuery(entriesQuery(status));
  return (
    <Section title={t('administration.imported-entries')}>
      <Group>
        <SegmentedControl
          value={status}
          aria-label={t('administration.imported-entries')}
          data={entryStatuses.map((each) => ({ value: each, label: t(`administration.entry-${each}`) }))}
          onChange={(each) => setStatus(each as EntryStatus)}
        />
      </Group>
      <EndlessList query={entries} rowHeight={64} empty={<EmptyState says={t('administration.no-entries')} />}>
        {({ code, labels, source, importedAt, retiredAt }) => (
          <Stack gap={2} pb="sm">
            <Text>{labels[locale] ?? Object.values(labels)[0] ?? code}</Text>
            <Text size="sm" c="dimmed">
              {source} · {code} · {format.moment(retiredAt ?? importedAt)}
            </Text>
          </Stack>
        )}
      </EndlessList>
    </Section>
  );
}
