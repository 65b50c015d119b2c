import { Checkbox, Stack } from '@mantine/core';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { businessTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { SuggestionText } from '../suggestions/suggestion-text';

type Proposal = components['schemas']['ProposalDto'];

/** What a proposal would streamline; the business takes up what it likes, and that becomes part of the agreement. */
export function AdoptSuggestions({ proposal }: { readonly proposal: Proposal }) {
  const t = useText();
  const acts = hasRole(useOwnSession(), ...businessTeam) && proposal.status === 'open';
  const adopt = useAct(
    (suggestionId: string) =>
      client.body(
        client.api.PUT('/v1/proposals/{id}/adopted-suggestions', {
          params: { path: { id: proposal.id }, header: { 'If-Match': `"${proposal.version}"` } },
          body: { suggestionIds: [suggestionId] },
        }),
      ),
    { outdates: [['proposals']] },
  );
  return (
    <Stack gap="md">
      {proposal.suggestions.map((suggestion) => {
        const isAdopted = proposal.adoptedSuggestionIds.includes(suggestion.suggestionId);
        const says = t(isAdopted ? 'suggestions.adopted' : 'suggestions.adopt');
        return (
          <div key={suggestion.suggestionId}>
            <SuggestionText suggestion={suggestion} />
            <Checkbox
              mt="xs"
              label={says}
              aria-label={`${says}: ${suggestion.title}`}
              checked={isAdopted}
              disabled={isAdopted || !acts || adopt.isPending}
              onChange={() => adopt.mutate(suggestion.suggestionId)}
            />
          </div>
        );
      })}
      <ProblemNotice problem={adopt.error} />
    </Stack>
  );
}
