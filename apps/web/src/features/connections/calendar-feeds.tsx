import { Card, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Beside } from '../../parts/beside';
import { ProblemNotice } from '../../parts/problem-notice';
import { UndoButton } from '../../parts/undo-button';
import { useText } from '../../texts/use-text';
import { useLanguage } from '../../texts/texts-provider';
import { AssistantName } from '../directory/assistant-name';
import { AssistantChoice } from './assistant-choice';
import { type CalendarFeed, feedsQuery, outdatedFeeds } from './calendar-queries';
import { ConnectionSection } from './connection-section';
import { ShownOnce } from './shown-once';

/** Addresses at which one's own calendar finds what is booked. */
export function CalendarFeeds({ choosesAssistant }: { readonly choosesAssistant: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  const feeds = useQuery(feedsQuery);
  const [assistantId, setAssistantId] = useState<string | null>(null);
  const make = useAct(
    (of: string | null, key) =>
      client.body(
        client.api.POST('/v1/calendar-feeds', {
          params: { header: { 'Idempotency-Key': key } },
          body: { language, ...(of !== null && { assistantId: of }) },
        }),
      ),
    { outdates: outdatedFeeds },
  );
  return (
    <ConnectionSection
      title={t('connections.feeds')}
      says={t('connections.feeds-say')}
      none={t('connections.feeds-none')}
      known={feeds}
      card={(feed) => <FeedCard key={feed.id} feed={feed} />}
      make={make}
      made={
        make.data === undefined ? null : (
          <ShownOnce says={t('connections.feed-says')} secret={`${window.location.origin}${make.data.path}`} />
        )
      }
      step={t('connections.feed-make')}
      onSend={() => make.mutate(assistantId)}
    >
      {choosesAssistant ? (
        <AssistantChoice
          label={t('connections.feed-whose')}
          everybody={t('connections.feed-all')}
          value={assistantId}
          onChange={setAssistantId}
        />
      ) : null}
    </ConnectionSection>
  );
}

function FeedCard({ feed: { id, assistantId, madeAt, lastReadAt } }: { readonly feed: CalendarFeed }) {
  const t = useText();
  const format = useFormat();
  const revoke = useAct(() => client.body(client.api.DELETE('/v1/calendar-feeds/{id}', { params: { path: { id } } })), {
    outdates: outdatedFeeds,
  });
  return (
    <Card withBorder padding="sm">
      <Beside
        aside={
          <UndoButton
            variant="default"
            size="compact-sm"
            says={t('connections.feed-revoke')}
            act={() => revoke.mutateAsync()}
          />
        }
      >
        <Text fw={600}>
          {assistantId === null ? (
            t('connections.feed-of-all')
          ) : (
            <>
              {t('connections.feed-of')} <AssistantName id={assistantId} />
            </>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {t('connections.feed-made', { at: format.moment(madeAt) })} ·{' '}
          {lastReadAt === null
            ? t('connections.feed-never-read')
            : t('connections.feed-read', { at: format.moment(lastReadAt) })}
        </Text>
      </Beside>
      <ProblemNotice problem={revoke.error} />
    </Card>
  );
}
