import { Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../format/use-format';
import { Wide } from '../../parts/wide';
import { useText } from '../../texts/use-text';
import { gapGridOf, type GapPlace, isSamePlace } from './gap-grid';
import type { Gap, Month } from './record-queries';

const atFirst = 50;

/** What is missing as a year's grid: a line for each kind, a column for each month; what stands in one is told below. */
export function GapsOfYear({
  months,
  gaps,
  currency,
}: {
  readonly months: readonly Month[];
  readonly gaps: readonly Gap[];
  readonly currency: string;
}) {
  const t = useText();
  const format = useFormat();
  const [chosen, choose] = useState<GapPlace | null>(null);
  const { kinds, at, count: countAt } = gapGridOf(months, gaps);
  if (kinds.length === 0) return <Text c="dimmed">{t('records.nothing-missing')}</Text>;
  const isChosen = (place: GapPlace): boolean => isSamePlace(chosen, place);
  const shown = chosen === null ? gaps : at(chosen);
  const all = chosen === null ? months.reduce((sum, { missing }) => sum + missing, 0) : countAt(chosen);
  return (
    <Stack gap="md">
      <Wide label={t('records.missing')} width={880}>
        <Table horizontalSpacing="xs" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={200}>{t('records.missing')}</Table.Th>
              {months.map(({ month }) => (
                <Table.Th key={month} ta="center">
                  {format.month(month, 'short')}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kinds.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={400}>
                  {t(`records.gap-${kind}`)}
                </Table.Th>
                {months.map(({ month }) => {
                  const count = countAt({ kind, month });
                  return (
                    <Table.Td key={month} ta="center">
                      {count === 0 ? (
                        <Text span c="dimmed" aria-label={t('records.nothing-missing')} role="img">
                          ·
                        </Text>
                      ) : (
                        <Button
                          size="compact-sm"
                          variant={isChosen({ kind, month }) ? 'filled' : 'light'}
                          color="amber"
                          aria-pressed={isChosen({ kind, month })}
                          aria-label={t('records.gaps-at', {
                            count,
                            kind: t(`records.gap-${kind}`),
                            month: format.month(month),
                          })}
                          onClick={() => choose(isChosen({ kind, month }) ? null : { kind, month })}
                        >
                          {count}
                        </Button>
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <List aria-live="polite">
        {shown
          .slice(0, atFirst)
          .map(({ kind, month, recordId, what, datedOn, description, counterpart, totalMinor }) => (
            <List.Item key={`${month} ${kind} ${recordId ?? ''} ${what ?? ''}`}>
              <Group gap="xs">
                <Text span fw={600}>
                  {datedOn === null ? format.month(month) : format.day(datedOn)}
                </Text>
                <Text span>{t(`records.gap-${kind}`)}</Text>
                <Text span c="dimmed">
                  {[
                    what,
                    counterpart ?? description,
                    totalMinor === null ? null : format.money({ amountMinor: totalMinor, currency }),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </Text>
              </Group>
            </List.Item>
          ))}
      </List>
      {all > Math.min(shown.length, atFirst) ? (
        <Text size="sm" c="dimmed">
          {t('records.more-gaps', { count: all - Math.min(shown.length, atFirst) })}
        </Text>
      ) : null}
    </Stack>
  );
}
