import { Group, SegmentedControl, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { DeadLetterCard } from './dead-letter-card';
import { deadLettersQuery, type DeadLetterStatus, deadLetterStatuses } from './dead-letter-queries';

const route = getRouteApi('/own/admin/dead-letters');

/** What couldn't be handled, why, and what becomes of it. */
export function DeadLettersPage() {
  const t = useText();
  const { status = 'dead' } = route.useSearch();
  const navigate = route.useNavigate();
  const letters = useInfiniteQuery(deadLettersQuery(status));
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.dead-letters')} says={t('administration.letters-say')} />
      <Group>
        <SegmentedControl
          value={status}
          aria-label={t('administration.show')}
          data={deadLetterStatuses.map((each) => ({ value: each, label: t(`administration.letter-${each}`) }))}
          onChange={(each) => void navigate({ search: { status: each as DeadLetterStatus }, replace: true })}
        />
      </Group>
      <EndlessList
        query={letters}
        rowHeight={140}
        empty={
          <EmptyState says={t(status === 'dead' ? 'administration.no-letters' : 'administration.no-such-letters')} />
        }
      >
        {(letter) => <DeadLetterCard letter={letter} />}
      </EndlessList>
    </Stack>
  );
}
