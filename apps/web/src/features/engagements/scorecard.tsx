import { Box, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { scorecardQuery } from './engagement-queries';
import { ScoreMonths } from './score-months';
import { useScoreWords } from './use-score-words';

/** Whether things are done, when, and how well: a sentence on all of it, then duty by duty. */
export function ScorecardOf({
  engagementId,
  descriptions,
}: {
  readonly engagementId: string;
  /** What each line of the agreement is about, by its id. */
  readonly descriptions: ReadonlyMap<string, string>;
}) {
  const t = useText();
  const format = useFormat();
  const words = useScoreWords();
  const card = useQuery(scorecardQuery(engagementId));
  if (card.data === undefined) return <ProblemNotice problem={card.error} />;
  const { done, lines, months } = card.data;
  return (
    <Section title={t('engagements.scorecard')}>
      <Text mb="md">
        {done === 0 ? t('engagements.nothing-done') : words.done(card.data)} {words.rest(card.data)}
      </Text>
      {done === 0 ? null : (
        <WideTable
          label={t('engagements.scorecard')}
          width={520}
          heads={[
            t('agreements.duty'),
            { figures: t('engagements.on-time') },
            { figures: t('engagements.first-time') },
            { figures: t('engagements.quality') },
            { figures: t('engagements.time') },
          ]}
        >
          {lines.map((line) => (
            <Table.Tr key={line.lineId}>
              <Table.Td>{descriptions.get(line.lineId) ?? line.lineId}</Table.Td>
              <Table.Td ta="end">{t('engagements.of', { part: line.doneOnTime, all: line.done })}</Table.Td>
              <Table.Td ta="end">{t('engagements.of', { part: line.acceptedFirstTime, all: line.accepted })}</Table.Td>
              <Table.Td ta="end">{words.qualityOf(line.meanQuality)}</Table.Td>
              <Table.Td ta="end">{format.minutes(line.minutes)}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      <Box mt="lg">
        <ScoreMonths months={months} />
      </Box>
    </Section>
  );
}
