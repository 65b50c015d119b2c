import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { recordedQuery } from './training-queries';

/** All that is recorded of an assistant's work, said to her. */
export function Recorded() {
  const t = useText();
  const { language } = useLanguage();
  const recorded = useQuery(recordedQuery(language));
  return (
    <Section title={t('workplace.recorded')}>
      {recorded.data === undefined ? (
        <ProblemNotice problem={recorded.error} />
      ) : (
        <List spacing="sm">
          {recorded.data.items.map(({ code, what, why, whoSees }) => (
            <List.Item key={code}>
              {what}
              <Text size="sm" c="dimmed">
                {t('workplace.recorded-says', { why, whoSees })}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
