import { Accordion, Stack, Table, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { type Clearance, useChecklist } from './clearance-queries';

/** What was answered about the workplace, to look up. */
export function ReportRead({ clearance }: { readonly clearance: Clearance }) {
  const t = useText();
  const format = useFormat();
  const { items } = useChecklist(clearance.jurisdiction);
  return (
    <Accordion variant="default">
      <Accordion.Item value="answers">
        <Accordion.Control>{t('workplace.answers', { count: clearance.answers.length })}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Table>
              <Table.Tbody>
                {clearance.answers.map(({ itemCode, answer, note }) => (
                  <Table.Tr key={itemCode}>
                    <Table.Td>
                      {items.find(({ code }) => code === itemCode)?.question ?? itemCode}
                      {note ? (
                        <Text size="sm" c="dimmed">
                          {note}
                        </Text>
                      ) : null}
                    </Table.Td>
                    <Table.Td w={120}>{t(`workplace.answer-${answer}`)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {clearance.trainingCompletedOn === null ? null : (
              <Text size="sm">{t('workplace.trained', { day: format.day(clearance.trainingCompletedOn) })}</Text>
            )}
            {clearance.evidenceSha256 === null ? null : (
              <Text size="sm" c="dimmed">
                {t('workplace.evidence-noted', { hash: clearance.evidenceSha256.slice(0, 12) })}
              </Text>
            )}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
