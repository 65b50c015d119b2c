import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { assistantScorecardQuery } from './engagement-queries';
import { ScoreMonths } from './score-months';

/** How an assistant works, over all that she works for. */
export function AssistantScorecard({ assistantId }: { readonly assistantId: string }) {
  const t = useText();
  const format = useFormat();
  const card = useQuery(assistantScorecardQuery(assistantId));
  if (card.data === undefined) return <ProblemNotice problem={card.error} />;
  const { done, doneOnTime, accepted, acceptedFirstTime, overdue, meanQuality, minutes, months, engagements } =
    card.data;
  if (done + overdue === 0) return <EmptyState says={t('engagements.no-score')} />;
  return (
    <Stack gap="md">
      <Text>
        {t('engagements.score-of', { engagements })}{' '}
        {t('engagements.done-says', {
          done,
          onTime: doneOnTime,
          accepted,
          firstTime: acceptedFirstTime,
          time: format.minutes(minutes),
        })}{' '}
        {meanQuality === null
          ? null
          : t('engagements.quality-says', { mean: format.number(Math.round(meanQuality * 10) / 10) })}{' '}
        {overdue === 0 ? null : t('engagements.overdue-says', { overdue })}
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
