import type { components } from '@ajudant/client';
import { Button, Card, Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { ProposalStatus } from '../proposals/proposal-status';

type Proposal = components['schemas']['ProposalDto'];

/** What the agency answered to this need so far; nothing where it did not. */
export function OwnProposals({ needId }: { readonly needId: string }) {
  const t = useText();
  const { data, error } = useInfiniteQuery(
    pagesQuery(['proposals', { needId }], (after) =>
      client.body(
        client.api.GET('/v1/proposals', { params: { query: { needId, ...(after === undefined ? {} : { after }) } } }),
      ),
    ),
  );
  const proposals = data?.pages.flatMap(({ items }) => items) ?? [];
  if (proposals.length === 0) return <ProblemNotice problem={error} />;
  return (
    <Section title={t('open-needs.own-proposals')}>
      <Stack gap="sm">
        {proposals.map((proposal) => (
          <OwnProposal key={proposal.id} proposal={proposal} />
        ))}
      </Stack>
    </Section>
  );
}

function OwnProposal({ proposal: { id, version, assistantId, status } }: { readonly proposal: Proposal }) {
  const t = useText();
  const undo = useUndo();
  const withdraw = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/proposals/{id}/withdrawal', {
          params: stepOf({ id, version }, key),
        }),
      ),
    { outdates: [['proposals']] },
  );
  return (
    <Card withBorder padding="md">
      <Group justify="space-between">
        <AssistantName id={assistantId} plain />
        <Group gap="sm">
          <ProposalStatus status={status} />
          {status === 'open' && !undo.pending ? (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => undo.begin({ says: t('open-needs.was-withdrawn'), act: () => withdraw.mutateAsync() })}
            >
              {t('open-needs.withdraw')}
            </Button>
          ) : null}
        </Group>
      </Group>
    </Card>
  );
}
