import { Card, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { AgencyRecord } from '../response-time/agency-record';
import { askedOf, type DirectoryFilter } from './directory-filter';
import { Filters } from './filters';

const route = getRouteApi('/agencies');

/** Agencies by whom they list; what is asked for stands in the address, as with assistants. */
export function PublishedAgenciesPage() {
  const t = useText();
  const format = useFormat();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<DirectoryFilter>): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const published = useInfiniteQuery(
    pagesQuery(['published-agencies', filter], (after) =>
      client.body(
        client.api.GET('/v1/agencies/published', {
          params: { query: { ...askedOf(filter), ...(after === undefined ? {} : { after }) } },
        }),
      ),
    ),
  );
  return (
    <>
      <PageHead
        title={t('directory.agencies')}
        says={
          <>
            {t('directory.agencies-say')}{' '}
            <TextLink underline="always" to="/assistants">
              {t('directory.to-assistants')}
            </TextLink>
          </>
        }
      />
      <Filters filter={filter} onChange={change} />
      <EndlessList query={published} rowHeight={96} empty={<EmptyState says={t('directory.nobody')} />}>
        {({ id, name, assistants, countryCodes, instantBooking }) => (
          <Card withBorder padding="md" mb="sm">
            <Stack gap={2}>
              <TextLink fw={600} to="/agencies/$agencyId" params={{ agencyId: id }}>
                {name}
              </TextLink>
              <Text size="sm">
                {t('directory.lists', { count: assistants })} · {countryCodes.map(format.country).join(', ')}
              </Text>
              <AgencyRecord agencyId={id} />
              {instantBooking ? (
                <Text size="sm" c="dimmed">
                  {t('directory.at-once')}
                </Text>
              ) : null}
            </Stack>
          </Card>
        )}
      </EndlessList>
    </>
  );
}
