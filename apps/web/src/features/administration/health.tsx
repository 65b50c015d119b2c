import { List, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { type Figures, figuresQuery } from './figures-queries';

/** Whether events get where they are going, in a few sentences. */
export function Health() {
  const t = useText();
  const { data, error } = useQuery(figuresQuery);
  const isWell = data === undefined ? null : troublesOf(data) === 0;
  return (
    <Section
      title={t('administration.health')}
      aside={
        isWell === null ? undefined : (
          <StatusWord
            meaning={isWell ? 'good' : 'at-risk'}
            word={t(isWell ? 'administration.well' : 'administration.not-well')}
          />
        )
      }
    >
      <ProblemNotice problem={error} />
      {data === undefined && error === null ? <Skeleton h={160} /> : null}
      {data === undefined ? null : <Details figures={data} />}
    </Section>
  );
}

const troublesOf = ({ messaging, consumers, journal }: Figures): number =>
  messaging.deadLetters +
  consumers.filter(({ failingSince, stalled }) => failingSince !== null || stalled).length +
  (journal !== null && journal.brokenFrom !== null ? 1 : 0);

function Details({ figures: { messaging, journal } }: { readonly figures: Figures }) {
  const t = useText();
  const format = useFormat();
  return (
    <List listStyleType="none" spacing="xs">
      <List.Item>
        {t('administration.on-their-way', { count: messaging.outboxDepth, retrying: messaging.retrying })}
      </List.Item>
      <List.Item>
        {messaging.deadLetters + messaging.parked === 0 ? (
          t('administration.no-letters')
        ) : (
          <TextLink to="/admin/dead-letters">
            {t('administration.letters', { count: messaging.deadLetters, parked: messaging.parked })}
          </TextLink>
        )}
      </List.Item>
      <List.Item>
        {journal === null
          ? t('administration.not-verified-yet')
          : journal.brokenFrom === null
            ? t('administration.sound', { moment: format.moment(journal.finishedAt) })
            : t('administration.broken', { from: journal.brokenFrom, to: journal.brokenTo ?? journal.brokenFrom })}
      </List.Item>
    </List>
  );
}
