import { Stack, Table, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import type { SuggestionRequest } from './suggestion-queries';

/** What the business does, how much of it, with which tools, and how fast its customers are answered. */
export function AskedContext({ context }: Pick<SuggestionRequest, 'context'>) {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  const { sector, tools, volumes, responseTime } = context;
  return (
    <Section title={t('suggestions.context')}>
      <Stack gap="xs">
        {sector === null ? null : <Text>{t('suggestions.sector', { sector })}</Text>}
        {tools.length === 0 ? null : <Text>{t('suggestions.tools', { tools: tools.join(', ') })}</Text>}
        {responseTime === null ? null : (
          <Text>
            {responseTime.enquiries === null
              ? t('suggestions.answers-said', { time: format.minutes(responseTime.medianMinutes) })
              : t('suggestions.answers-counted', {
                  time: format.minutes(responseTime.medianMinutes),
                  enquiries: responseTime.enquiries,
                })}
          </Text>
        )}
        <Table maw={560}>
          <Table.Tbody>
            {volumes.map(({ dutyCode, volume, cadence, asNeeded }) => (
              <Table.Tr key={`${dutyCode} ${cadence}`}>
                <Table.Td>{duties.get(dutyCode)?.label ?? dutyCode}</Table.Td>
                <Table.Td>
                  {asNeeded
                    ? t('time.as-needed', { hours: volume })
                    : `${volume} × ${duties.get(dutyCode)?.unit ?? ''}`}{' '}
                  {t(`words.cadence-${cadence as 'weekly'}`)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Section>
  );
}
