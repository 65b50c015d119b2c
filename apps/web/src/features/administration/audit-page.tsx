import { Button, Card, Code, Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { agenciesQuery } from './agency-queries';
import { eventsQuery, type JournalEvent } from './audit-queries';
import { figuresQuery } from './figures-queries';
import { useHappened } from './use-happened';

const route = getRouteApi('/own/admin/audit');

/** What happened, the latest first, and whether it is what was written down then. */
export function AuditPage() {
  const t = useText();
  const { agency } = route.useSearch();
  const navigate = route.useNavigate();
  const events = useInfiniteQuery(eventsQuery(agency ?? null));
  const agencies = useInfiniteQuery(agenciesQuery).data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="lg">
      <PageHead title={t('shell.audit')} says={t('administration.audit-says')} />
      <Seals />
      <Select
        label={t('administration.concerns')}
        placeholder={t('administration.everybody')}
        searchable
        clearable
        maw={360}
        value={agency ?? null}
        data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => void navigate({ search: id === null ? {} : { agency: id }, replace: true })}
      />
      <EndlessList query={events} rowHeight={64} empty={<EmptyState says={t('administration.nothing-happened')} />}>
        {(event) => <EventCard event={event} />}
      </EndlessList>
    </Stack>
  );
}

function Seals() {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(figuresQuery);
  const verify = useAct(() => client.body(client.api.POST('/v1/admin/journal/verification')), {
    outdates: [['figures']],
  });
  const journal = data?.journal ?? null;
  return (
    <Card withBorder padding="md">
      <Group justify="space-between">
        <Text role="status">
          {journal === null
            ? t('administration.not-verified-yet')
            : journal.brokenFrom === null
              ? t('administration.sound', { moment: format.moment(journal.finishedAt) })
              : t('administration.broken', { from: journal.brokenFrom, to: journal.brokenTo ?? journal.brokenFrom })}
        </Text>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('administration.verify-seals')}
        </Button>
      </Group>
      <ProblemNotice problem={verify.error} />
    </Card>
  );
}

function EventCard({ event }: { readonly event: JournalEvent }) {
  const t = useText();
  const format = useFormat();
  const happened = useHappened();
  return (
    <Card withBorder padding="sm" mb="xs">
      <Group justify="space-between" align="flex-start">
        <Stack gap={0}>
          <Text size="sm" fw={600}>
            {happened(event.type)}
          </Text>
          <Text size="xs" c="dimmed">
            {t('administration.version', { version: event.aggregateVersion })} · <Code>{event.aggregateId}</Code>
          </Text>
        </Stack>
        <Text size="sm" c="dimmed">
          <time dateTime={event.time}>{format.moment(event.time)}</time> · {event.position}
        </Text>
      </Group>
      <Text size="sm" component="details">
        <summary>{t('administration.what-it-says')}</summary>
        <Code block mt="xs">
          {JSON.stringify(event.data, null, 2)}
        </Code>
      </Text>
    </Card>
  );
}
