import { Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AnswerForm } from './answer-form';
import { AskedContext } from './asked-context';
import { RequestStatus } from './request-status';
import { requestQuery, type SuggestionRequest } from './suggestion-queries';
import { SuggestionText } from './suggestion-text';

const route = getRouteApi('/own/suggestions/$requestId');

/** What a business does and how, and what the agency would change about it. */
export function RequestPage() {
  const t = useText();
  const { requestId } = route.useParams();
  const { body: request } = useSuspenseQuery(requestQuery(requestId)).data;
  const answers = hasRole(useOwnSession(), 'agency.owner', 'agency.coordinator');
  return (
    <Stack gap="xl" maw={760}>
      <PageHead title={request.business} says={<RequestStatus status={request.status} />} />
      {request.question === null ? null : <Text fs="italic">“{request.question}”</Text>}
      <AskedContext context={request.context} />
      {request.suggestions.length === 0 ? null : (
        <Section title={t('suggestions.yours')}>
          <Stack gap="md">
            {request.suggestions.map((suggestion) => (
              <div key={suggestion.suggestionId}>
                <SuggestionText suggestion={suggestion} />
                {request.adoptedSuggestionIds.includes(suggestion.suggestionId) ? (
                  <Text size="sm" fw={600}>
                    {t('suggestions.adopted')}
                  </Text>
                ) : null}
              </div>
            ))}
          </Stack>
        </Section>
      )}
      {request.status === 'asked' && answers ? <ToAnswer request={request} /> : null}
    </Stack>
  );
}

function ToAnswer({ request }: { readonly request: SuggestionRequest }) {
  const t = useText();
  const decline = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/suggestion-requests/{id}/declination', {
          params: stepOf(request, key),
        }),
      ),
    { outdates: [['suggestion-requests']] },
  );
  return (
    <Section title={t('suggestions.answer')}>
      <AnswerForm request={request} />
      <ProblemNotice problem={decline.error} />
      <Group mt="md">
        <Button variant="subtle" color="gray" loading={decline.isPending} onClick={() => decline.mutate()}>
          {t('suggestions.decline')}
        </Button>
      </Group>
    </Section>
  );
}
