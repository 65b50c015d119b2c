import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AnswersToBusiness } from './answers-to-business';
import { AskForSuggestions } from './ask-for-suggestions';
import { EffectCard } from './effect-card';
import { effectsQuery } from './suggestion-queries';

/** What is done differently since somebody suggested it, and what came of it; and more of that, if the business asks. */
export function EffectsOfEngagement({
  engagementId,
  needId,
  agencyId,
  agency,
  isActive,
}: {
  readonly engagementId: string;
  readonly needId: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly isActive: boolean;
}) {
  const t = useText();
  const { data } = useSuspenseQuery(effectsQuery(engagementId));
  const asks = isActive && hasRole(useOwnSession(), 'business.owner', 'business.colleague');
  if (data.items.length === 0 && !asks) return null;
  return (
    <Section title={t('suggestions.title')}>
      <Stack gap="md">
        {data.items.map((effect) => (
          <EffectCard key={effect.id} effect={effect} />
        ))}
        {asks ? (
          <>
            <AnswersToBusiness needId={needId} />
            <AskForSuggestions needId={needId} agencies={[{ id: agencyId, name: agency }]} />
          </>
        ) : null}
      </Stack>
    </Section>
  );
}
