import type { components } from '@ajudant/client';
import { List, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { Wide } from '../../parts/wide';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import type { Need } from '../needs/need-queries';

type Compared = components['schemas']['ComparedProposalDto'];

/** What the open proposals of a need come to, side by side; one alone needs no comparison. */
export function ProposalsCompared({ need }: { readonly need: Need }) {
  const t = useText();
  const format = useFormat();
  const label = useDutyLabel();
  const comparison = useQuery({
    queryKey: ['proposals', 'compared', need.id],
    queryFn: () =>
      client.body(client.api.GET('/v1/needs/{id}/proposal-comparison', { params: { path: { id: need.id } } })),
  });
  if (comparison.data === undefined) return <ProblemNotice problem={comparison.error} />;
  const { items } = comparison.data;
  if (items.length < 2) return null;
  const rows: readonly (readonly [string, (proposal: Compared) => ReactNode])[] = [
    [t('proposals.whole-term'), ({ total }) => <Text fw={600}>{format.money(total)}</Text>],
    ...need.lines.map(({ lineId, dutyCode }): readonly [string, (proposal: Compared) => ReactNode] => [
      label(dutyCode),
      ({ lines }) => {
        const line = lines.find((one) => one.lineId === lineId);
        return line === undefined ? '–' : t('proposals.a-unit', { price: format.money(line.unitPrice) });
      },
    ]),
    [t('proposals.answers-within'), ({ responseTargetMinutes }) => format.minutes(responseTargetMinutes)],
    [
      t('proposals.suggests'),
      ({ suggestions }) =>
        suggestions.length === 0 ? (
          '–'
        ) : (
          <List size="sm">
            {suggestions.map(({ suggestionId, title }) => (
              <List.Item key={suggestionId}>{title}</List.Item>
            ))}
          </List>
        ),
    ],
    [
      t('proposals.not-covered'),
      ({ notCovered: { dutyCodes, skills } }) =>
        [...dutyCodes.map(label), ...skills.map(({ skillCode }) => skillCode)].join(', ') || '–',
    ],
  ];
  return (
    <Section title={t('proposals.compared')}>
      <Wide label={t('proposals.compared')} width={200 + items.length * 180}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {items.map(({ proposalId, assistant, agency }) => (
                <Table.Th key={proposalId}>
                  {assistant}
                  <Text size="sm" c="dimmed">
                    {agency}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, of]) => (
              <Table.Tr key={name}>
                <Table.Th fw={400}>{name}</Table.Th>
                {items.map((proposal) => (
                  <Table.Td key={proposal.proposalId}>{of(proposal)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
