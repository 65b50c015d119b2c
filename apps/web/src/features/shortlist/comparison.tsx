import { Table } from '@mantine/core';
import { TextLink } from '../../parts/links';
import { Wide } from '../../parts/wide';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import type { Need } from '../needs/need-queries';
import { GoOn } from './go-on';
import type { Entry } from './use-shortlist';

/** What differs between a few, line by line, and how to go on with each. */
export function Comparison({ entries, need }: { readonly entries: readonly Entry[]; readonly need: Need }) {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const lines: readonly (readonly [string, (entry: Entry) => string])[] = [
    [t('shortlist.agency'), ({ agencyName }) => agencyName ?? ''],
    [t('shortlist.rate'), ({ explanation }) => format.money(explanation.hourlyRate)],
    [
      t('shortlist.shared'),
      ({ explanation }) => `${format.minutes(explanation.sharedMinutes)} / ${format.minutes(explanation.askedMinutes)}`,
    ],
    [t('shortlist.does'), ({ explanation }) => explanation.matchedDuties.map(label).join(', ')],
    [t('shortlist.does-not'), ({ explanation }) => explanation.missingDuties.map(label).join(', ') || '–'],
    [
      t('shortlist.reviews'),
      ({ explanation: { reviews } }) =>
        reviews.mean === null
          ? t('shortlist.no-reviews')
          : t('shortlist.mean', { mean: format.number(Math.round(reviews.mean * 10) / 10), count: reviews.count }),
    ],
    [
      t('shortlist.work'),
      ({ explanation: { work } }) =>
        work === null || work.share === null
          ? t('shortlist.no-work')
          : t('shortlist.work-of', { share: format.share(work.share), runs: work.runs }),
    ],
  ];
  return (
    <Wide label={t('shortlist.side-by-side')} width={480}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {entries.map(({ assistantId, displayName }) => (
              <Table.Th key={assistantId}>
                <TextLink to="/assistants/$assistantId" params={{ assistantId }}>
                  {displayName}
                </TextLink>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(([name, of]) => (
            <Table.Tr key={name}>
              <Table.Th fw={400}>{name}</Table.Th>
              {entries.map((entry) => (
                <Table.Td key={entry.assistantId} style={{ verticalAlign: 'top' }}>
                  {of(entry)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td />
            {entries.map((entry) => (
              <Table.Td key={entry.assistantId}>
                <GoOn entry={entry} need={need} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
