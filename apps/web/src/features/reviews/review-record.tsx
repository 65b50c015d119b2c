import { Progress, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';

/** How businesses scored an assistant: in a sentence, and how many gave each score. */
export function ReviewRecord({ assistantId }: { readonly assistantId: string }) {
  const t = useText();
  const format = useFormat();
  const { data: record } = useQuery({
    queryKey: ['review-record', assistantId],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/assistants/published/{id}/review-record', { params: { path: { id: assistantId } } }),
      ),
  });
  if (record === undefined) return null;
  const { count, mean, byScore } = record;
  return (
    <Section title={t('reviews.by-businesses')}>
      {mean === null ? (
        <Text c="dimmed">{t('shortlist.no-reviews')}</Text>
      ) : (
        <>
          <Text>{t('shortlist.mean', { mean: format.number(Math.round(mean * 10) / 10), count })}</Text>
          <Table withRowBorders={false} maw={360}>
            <Table.Tbody>
              {byScore
                .map((given, place) => ({ given, score: place + 1 }))
                .toReversed()
                .map(({ given, score }) => (
                  <Table.Tr key={score}>
                    <Table.Th fw={400}>{t('work.quality', { value: score })}</Table.Th>
                    <Table.Td w={160}>
                      <Progress value={(given / count) * 100} aria-label={t('work.quality', { value: score })} />
                    </Table.Td>
                    <Table.Td ta="end">{given}</Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </Section>
  );
}
