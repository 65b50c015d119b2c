import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { AssistantCard } from './assistant-card';
import { askedOf, type DirectoryFilter } from './directory-filter';
import { Filters } from './filters';

const route = getRouteApi('/assistants');

/** The same for every drawing of the list, so that rows that are there aren't drawn again when more come. */
const drawAssistant = (assistant: Parameters<typeof AssistantCard>[0]['assistant']) => (
  <AssistantCard assistant={assistant} />
);

/** Everybody who can be found; what is asked for stands in the address, so that it can be sent to somebody. */
export function DirectoryPage() {
  const t = useText();
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
              ...askedOf(filter),
              ...(after === undefined ? {} : { after }),
            },
          },
        }),
      ),
    ),
  );
  return (
    <>
      <PageHead
        title={t('directory.title')}
        says={
          <>
            {t('directory.says')}{' '}
            <TextLink underline="always" to="/agencies">
              {t('directory.to-agencies')}
            </TextLink>
          </>
        }
      />
      <Filters filter={filter} onChange={change} />
      <EndlessList query={published} rowHeight={112} empty={<EmptyState says={t('directory.nobody')} />}>
        {drawAssistant}
      </EndlessList>
    </>
  );
}
