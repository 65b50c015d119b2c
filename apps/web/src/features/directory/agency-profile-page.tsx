import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ButtonLink, TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { AgencyRecord } from '../response-time/agency-record';
import { AgencySuggestions } from '../suggestions/agency-suggestions';
import { AssistantCard } from './assistant-card';

const route = getRouteApi('/agencies/$agencyId');

/** What anybody may know of an agency: what its work did for others, and whom it lists. */
export function AgencyProfilePage() {
  const t = useText();
  const { agencyId } = route.useParams();
  const listed = useInfiniteQuery(
    pagesQuery(['published', { agency: agencyId }], (after) =>
      client.body(
        client.api.GET('/v1/assistants/published', {
          params: { query: { agency: agencyId, ...(after === undefined ? {} : { after }) } },
        }),
      ),
    ),
  );
  const name = listed.data?.pages[0]?.items[0]?.agencyName;
  return (
    <Stack gap="xl">
      <PageHead
        title={name ?? t('directory.agencies')}
        action={<ButtonLink to="/">{t('directory.ask-for-help')}</ButtonLink>}
      />
      {name === undefined ? null : (
        <>
          <AgencyRecord agencyId={agencyId} />
          <AgencySuggestions agencyId={agencyId} />
        </>
      )}
      <Section title={t('directory.title')}>
        <EndlessList query={listed} rowHeight={112} empty={<EmptyState says={t('directory.lists-nobody')} />}>
          {(assistant) => <AssistantCard assistant={assistant} />}
        </EndlessList>
      </Section>
      <TextLink to="/agencies">{t('directory.to-agencies')}</TextLink>
    </Stack>
  );
}
