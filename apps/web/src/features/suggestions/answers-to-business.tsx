import { Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { UndoButton } from '../../parts/undo-button';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { RequestStatus } from './request-status';
import { requestsQuery, type SuggestionRequest } from './suggestion-queries';
import { SuggestionText } from './suggestion-text';

/** What agencies were asked about a need, and what they suggest; the business takes up what it likes. */
export function AnswersToBusiness({ needId }: { readonly needId: string }) {
  const requests = useInfiniteQuery(requestsQuery({ needId }));
  if (requests.isError) return <ProblemNotice problem={requests.error} />;
  const items = requests.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm">
      {items.map((request) => (
        <Answer key={request.id} request={request} />
      ))}
    </Stack>
  );
}

function Answer({ request }: { readonly request: SuggestionRequest }) {
  const t = useText();
  const session = useOwnSession();
  const acts = hasRole(session, 'business.owner', 'business.colleague');
  const { id, version, agency, status, suggestions, adoptedSuggestionIds } = request;
  const outdates = [['suggestion-requests'], ['agreements']];
  const adopt = useAct(
    (suggestionId: string) =>
      client.body(
        client.api.PUT('/v1/suggestion-requests/{id}/adopted-suggestions', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: { suggestionIds: [suggestionId] },
        }),
      ),
    { outdates },
  );
  const withdraw = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/suggestion-requests/{id}/withdrawal', {
          params: stepOf({ id, version }, key),
        }),
      ),
    { outdates },
  );
  return (
    <Card withBorder padding="md">
      <Group justify="space-between">
        <Text fw={600}>{agency}</Text>
        <RequestStatus status={status} />
      </Group>
      <Stack mt="sm" gap="md">
        {suggestions.map((suggestion) => {
          const isAdopted = adoptedSuggestionIds.includes(suggestion.suggestionId);
          return (
            <div key={suggestion.suggestionId}>
              <SuggestionText suggestion={suggestion} />
              <Checkbox
                mt="xs"
                label={isAdopted ? t('suggestions.adopted') : t('suggestions.adopt')}
                aria-label={`${isAdopted ? t('suggestions.adopted') : t('suggestions.adopt')}: ${suggestion.title}`}
                checked={isAdopted}
                disabled={isAdopted || !acts || adopt.isPending}
                onChange={() => adopt.mutate(suggestion.suggestionId)}
              />
            </div>
          );
        })}
      </Stack>
      <ProblemNotice problem={adopt.error ?? withdraw.error} />
      {status === 'asked' && acts ? (
        <UndoButton quiet mt="sm" says={t('suggestions.withdraw')} act={() => withdraw.mutateAsync()} />
      ) : null}
    </Card>
  );
}
