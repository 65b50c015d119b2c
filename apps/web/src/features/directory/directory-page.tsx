import { Card, Checkbox, Group, Select, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import type { DirectoryFilter } from './directory-filter';
import { TextLink } from '../../parts/links';

const route = getRouteApi('/assistants');
const languagesSpoken = ['en', 'es', 'ca', 'fr', 'de', 'pt', 'it'];

/** Everybody who can be found; what is asked for stands in the address, so that it can be sent to somebody. */
export function DirectoryPage() {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<DirectoryFilter>): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const published = useInfiniteQuery(
    pagesQuery(['published', filter], (after) =>
      client.body(
        client.api.GET('/v1/assistants/published', {
          params: {
            query: {
              ...(filter.duty === undefined ? {} : { duty: filter.duty }),
              ...(filter.language === undefined ? {} : { language: filter.language }),
              ...(filter.instant === true ? { instant: 'true' as const } : {}),
              ...(after === undefined ? {} : { after }),
            },
          },
        }),
      ),
    ),
  );
  return (
    <>
      <PageHead title={t('directory.title')} says={t('directory.says')} />
      <Group mb="lg" align="flex-end">
        <Select
          label={t('directory.duty')}
          placeholder={t('directory.any')}
          searchable
          clearable
          value={filter.duty ?? null}
          data={[...duties.values()].map(({ code, label }) => ({ value: code, label }))}
          onChange={(duty) => change({ duty: duty ?? undefined })}
        />
        <Select
          label={t('directory.language')}
          placeholder={t('directory.any')}
          clearable
          value={filter.language ?? null}
          data={languagesSpoken.map((code) => ({ value: code, label: format.language(code) }))}
          onChange={(language) => change({ language: language ?? undefined })}
        />
        <Checkbox
          pb="sm"
          label={t('directory.instant')}
          checked={filter.instant === true}
          onChange={(event) => change({ instant: event.currentTarget.checked ? true : undefined })}
        />
      </Group>
      <EndlessList query={published} rowHeight={112} empty={<EmptyState says={t('directory.nobody')} />}>
        {(assistant) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: assistant.id }}>
                {assistant.displayName}
              </TextLink>
              <Text fw={600} style={{ whiteSpace: 'nowrap' }}>
                {t('words.per-hour', { price: format.money(assistant.hourlyRate) })}
              </Text>
            </Group>
            <Text size="sm">
              {assistant.professionalTitle} · {assistant.agencyName}
            </Text>
            <Text size="sm" c="dimmed" lineClamp={1}>
              {assistant.dutyCodes.map((code) => duties.get(code)?.label ?? code).join(' · ')}
            </Text>
            {assistant.instantBooking ? (
              <Text size="sm" c="dimmed">
                {t('directory.at-once')}
              </Text>
            ) : null}
          </Card>
        )}
      </EndlessList>
    </>
  );
}
