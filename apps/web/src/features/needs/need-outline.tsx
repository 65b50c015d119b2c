import type { components } from '@ajudant/client';
import { Table, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';

type Outline = Pick<components['schemas']['NeedDto'], 'startsOn' | 'endsOn' | 'hourlyRateCap'>;
type Line = components['schemas']['NeedLineAnswerDto'];

/** From when until when, and up to which price, as far as it is said. */
export function NeedTerms({ need: { startsOn, endsOn, hourlyRateCap } }: { readonly need: Outline }) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      {startsOn === null || endsOn === null ? null : (
        <span>{t('needs.term', { from: format.day(startsOn), to: format.day(endsOn) })}</span>
      )}
      {hourlyRateCap === null ? null : <span>{t('needs.up-to', { price: format.money(hourlyRateCap) })}</span>}
    </>
  );
}

/** What is asked for, and how much of it; for whoever might do it, with when it counts as done. */
export function NeedLines({ lines, toBeDone }: { readonly lines: readonly Line[]; readonly toBeDone: boolean }) {
  const t = useText();
  const duties = useDuties();
  return (
    <Table {...(!toBeDone && { maw: 640 })}>
      <Table.Tbody>
        {lines.map(({ lineId, dutyCode, volume, cadence, doneCriterion, asNeeded }) => (
          <Table.Tr key={lineId}>
            <Table.Td>
              {duties.get(dutyCode)?.label ?? dutyCode}
              {toBeDone ? (
                <Text size="sm" c="dimmed">
                  {t('agreements.done-when', { criterion: doneCriterion })}
                </Text>
              ) : null}
            </Table.Td>
            <Table.Td>
              {asNeeded ? t('time.as-needed', { hours: volume }) : `${volume} × ${duties.get(dutyCode)?.unit ?? ''}`}{' '}
              {t(`words.cadence-${cadence}`)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
