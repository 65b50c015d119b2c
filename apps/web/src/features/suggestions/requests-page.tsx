import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import { RequestStatus } from './request-status';
import { requestsQuery } from './suggestion-queries';

/** Who asks the agency how its work could be easier. */
export function RequestsPage() {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const requests = useInfiniteQuery(requestsQuery());
  return (
    <>
      <PageHead title={t('shell.suggestions')} says={t('suggestions.asked-of-you')} />
      <EndlessList query={requests} rowHeight={90} empty={<EmptyState says={t('suggestions.none')} />}>
        {(request) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between" align="flex-start">
              <Stack gap={2}>
                <TextLink fw={600} to="/suggestions/$requestId" params={{ requestId: request.id }}>
                  {request.business}
                </TextLink>
                <Text size="sm">{request.context.volumes.map(({ dutyCode }) => label(dutyCode)).join(', ')}</Text>
                <Text size="sm" c="dimmed">
                  {format.dayOf(request.askedAt)}
                </Text>
              </Stack>
              <RequestStatus status={request.status} />
            </Group>
          </Card>
        )}
      </EndlessList>
    </>
  );
}
