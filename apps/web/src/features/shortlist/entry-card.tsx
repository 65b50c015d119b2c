import { Badge, Button, Card, Checkbox, Collapse, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useFormat } from '../../format/use-format';
import { useText, useTextIfAny } from '../../texts/use-text';
import type { Need } from '../needs/need-queries';
import { GoOn } from './go-on';
import type { Entry } from './use-shortlist';
import { whyOf } from './why';
import { TextLink } from '../../parts/links';
import { AgencyRecord } from '../response-time/agency-record';
import { SuggestionsThatWorked } from '../suggestions/agency-suggestions';

/** One who fits: why, in a sentence; the parts of the score on demand; and how to go on with her. */
export function EntryCard({
  entry,
  need,
  chosen,
  onChoose,
}: {
  readonly entry: Entry;
  readonly need: Need;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useText();
  const ifAny = useTextIfAny();
  const format = useFormat();
  const [open, { toggle }] = useDisclosure(false);
  const name = entry.displayName ?? entry.assistantId;
  return (
    <Card withBorder padding="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <Group gap="sm">
          <Text c="dimmed" aria-hidden>
            {entry.rank}.
          </Text>
          <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: entry.assistantId }}>
            {name}
          </TextLink>
          {entry.newcomerSlot === null ? null : <Badge tt="none">{t('shortlist.newcomer')}</Badge>}
        </Group>
        <Text fw={600} style={{ whiteSpace: 'nowrap' }}>
          {t('words.per-hour', { price: format.money(entry.explanation.hourlyRate) })}
        </Text>
      </Group>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {entry.professionalTitle} · {entry.agencyName}
        </Text>
        <Text>{whyOf(entry, need, t, format)}</Text>
        {entry.explanation.work === null || entry.explanation.work.share === null ? null : (
          <Text>
            {t('shortlist.work-on-time', {
              share: format.share(entry.explanation.work.share),
              runs: entry.explanation.work.runs,
            })}
          </Text>
        )}
        <AgencyRecord agencyId={entry.agencyId} />
        {entry.agencySuggestions === null ? null : <SuggestionsThatWorked {...entry.agencySuggestions} />}
      </Stack>
      <Collapse expanded={open}>
        <Table withRowBorders={false} mt="md" maw={520}>
          <Table.Tbody>
            {entry.explanation.parts.map(({ part, points, weight }) => (
              <Table.Tr key={part}>
                <Table.Th fw={400}>{ifAny(`shortlist.part-${part}`) ?? part}</Table.Th>
                <Table.Td w={200}>
                  <Progress
                    value={weight === 0 ? 0 : (points / weight) * 100}
                    aria-label={ifAny(`shortlist.part-${part}`) ?? part}
                  />
                </Table.Td>
                <Table.Td ta="end">
                  {t('shortlist.of-points', { points: Math.round(points * 100), of: Math.round(weight * 100) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Collapse>
      <Group mt="md" justify="space-between" align="flex-end">
        <Group gap="sm" align="flex-end">
          <GoOn entry={entry} need={need} />
          <Button variant="subtle" aria-expanded={open} onClick={toggle}>
            {t('shortlist.parts')}
          </Button>
        </Group>
        <Checkbox data-testid="side-by-side" label={t('shortlist.side-by-side')} checked={chosen} onChange={onChoose} />
      </Group>
    </Card>
  );
}
