import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { assistantScorecardQuery } from './engagement-queries';
import { ScoreMonths } from './score-months';
import { useScoreWords } from './use-score-words';

/** How an assistant works, over all that she works for. */
export function AssistantScorecard({ assistantId }: { readonly assistantId: string }) {
  const t = useText();
  const words = useScoreWords();
  const card = useQuery(assistantScorecardQuery(assistantId));
  if (card.data === undefined) return <ProblemNotice problem={card.error} />;
  const { done, overdue, months, engagements } = card.data;
  if (done + overdue === 0) return <EmptyState says={t('engagements.no-score')} />;
  return (
    <Stack gap="md">
      <Text>
        {t('engagements.score-of', { engagements })} {words.done(card.data)} {words.rest(card.data)}
      </Text>
      <ScoreMonths months={months} />
    </Stack>
  );
}

/** The reader's own. */
export function OwnScorecard() {
  const t = useText();
  const { assistantId } = useOwnSession();
  if (assistantId === null) return null;
  return (
    <Section title={t('engagements.own-score')}>
      <AssistantScorecard assistantId={assistantId} />
    </Section>
  );
}
