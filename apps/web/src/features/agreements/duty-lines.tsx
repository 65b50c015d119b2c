import { Card, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Marked } from '../../parts/marked';
import { WideTable } from '../../parts/wide-table';
import { type Format, useFormat } from '../../format/use-format';
import { type Text as Say, useText } from '../../texts/use-text';
import type { Version } from './agreement-queries';
import { ruleInWords } from './due-rule';

type Parts = Readonly<Partial<Record<'what' | 'done' | 'who' | 'mode' | 'much' | 'due' | 'pack' | 'price', string>>>;

/** What a line says, each part as a person reads it; nothing of a line that isn't there. */
function partsOf(line: Version['lines'][number] | undefined, t: Say, format: Format): Parts {
  if (line === undefined) return {};
  return {
    what: line.description,
    done: t('agreements.done-when', { criterion: line.doneCriterion }),
    who: line.accountable.map(({ party, personName }) => personName ?? t(`agreements.party-${party}`)).join(', '),
    ...(line.mode ? { mode: t(`agreements.mode-${line.mode}`) } : {}),
    much: `${line.asNeeded ? t('time.as-needed', { hours: line.volume }) : `${line.volume} × ${line.unit}`} ${line.rule ? t('agreements.each-time') : t(`words.cadence-${line.cadence}`)}`,
    ...(line.rule ? { due: t('agreements.due', { when: ruleInWords(line.rule, t, format) }) } : {}),
    ...(line.asNeeded?.pack ? { pack: packOf(line.asNeeded.pack, t) } : {}),
    price: format.money(line.unitPrice),
  };
}

const packOf = ({ carryOverHours }: { readonly carryOverHours: number }, t: Say): string =>
  carryOverHours === 0 ? t('time.as-lapsing-pack') : t('time.as-pack', { hours: carryOverHours });

/** Who answers for which duty, how much of it and for how much: a table, or on a phone one below the other. */
export function DutyLines({ version, before }: { readonly version: Version; readonly before: Version | undefined }) {
  const t = useText();
  const format = useFormat();
  const isWide = useMediaQuery('(min-width: 48em), print', undefined, { getInitialValueInEffect: false });
  const gone = (before?.lines ?? []).filter(({ lineId }) => version.lines.every((line) => line.lineId !== lineId));
  const lineBefore = (id: string) => before?.lines.find(({ lineId }) => lineId === id);
  const lines: readonly (Compared & { readonly lineId: string })[] = [
    ...version.lines.map((line) => {
      const now = partsOf(line, t, format);
      const { lineId } = line;
      return { lineId, now, before: before === undefined ? now : partsOf(lineBefore(lineId), t, format) };
    }),
    ...gone.map((line) => ({ lineId: line.lineId, now: {}, before: partsOf(line, t, format) })),
  ];
  if (!isWide)
    return (
      <Stack gap="sm" role="list" aria-label={t('agreements.who-answers')}>
        {lines.map(({ lineId, ...compared }) => (
          <Item key={lineId} {...compared} />
        ))}
      </Stack>
    );
  return (
    <WideTable
      label={t('agreements.who-answers')}
      width={560}
      heads={[
        t('agreements.duty'),
        t('agreements.answerable'),
        t('agreements.how-much'),
        { figures: t('agreements.a-unit') },
      ]}
    >
      {lines.map(({ lineId, ...compared }) => (
        <Row key={lineId} {...compared} />
      ))}
    </WideTable>
  );
}

function Item({ now, before }: Compared) {
  const t = useText();
  const part = (name: keyof Parts) => <Marked before={before[name]} now={now[name]} />;
  const facts: readonly (readonly [string, readonly (keyof Parts)[]])[] = [
    [t('agreements.answerable'), ['who', 'mode']],
    [t('agreements.how-much'), ['much', 'due', 'pack']],
    [t('agreements.a-unit'), ['price']],
  ];
  return (
    <Card withBorder padding="md" role="listitem">
      <Text fw={600}>{part('what')}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {part('done')}
      </Text>
      {facts.map(([name, said]) => (
        <Group key={name} gap="sm" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed" w={96} style={{ flexShrink: 0 }}>
            {name}
          </Text>
          <div>
            {said
              .filter((each) => now[each] !== before[each] || now[each] !== undefined)
              .map((each) => (
                <Text key={each} size="sm">
                  {part(each)}
                </Text>
              ))}
          </div>
        </Group>
      ))}
    </Card>
  );
}

interface Compared {
  readonly now: Parts;
  readonly before: Parts;
}

function Row({ now, before }: Compared) {
  const part = (name: keyof Parts) => <Marked before={before[name]} now={now[name]} />;
  return (
    <Table.Tr>
      <Table.Td>
        {part('what')}
        <Text size="sm" c="dimmed">
          {part('done')}
        </Text>
      </Table.Td>
      <Table.Td>
        {part('who')}
        <Text size="sm" c="dimmed">
          {part('mode')}
        </Text>
      </Table.Td>
      <Table.Td>
        {part('much')}
        <Text size="sm" c="dimmed">
          {part('due')}
          {part('pack')}
        </Text>
      </Table.Td>
      <Table.Td ta="end">{part('price')}</Table.Td>
    </Table.Tr>
  );
}
