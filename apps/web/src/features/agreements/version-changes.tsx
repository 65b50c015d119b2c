import { Table } from '@mantine/core';
import { type Format, useFormat } from '../../format/use-format';
import { type Text as Say, useText } from '../../texts/use-text';
import type { Version } from './agreement-queries';
import { termsOf } from './terms';

interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions, terms first, then line by line. */
export function VersionChanges({ before, after }: { readonly before: Version; readonly after: Version }) {
  const t = useText();
  const format = useFormat();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th>{t('agreements.now')}</Table.Th>
          <Table.Th>{t('agreements.then')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changesBetween(before, after, t, format).map((change) => (
          <Table.Tr key={change.what}>
            <Table.Th fw={400}>{change.what}</Table.Th>
            <Table.Td>
              <del>{change.before}</del>
            </Table.Td>
            <Table.Td>
              <ins>{change.after}</ins>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function changesBetween(before: Version, after: Version, t: Say, format: Format): Change[] {
  const [old, fresh] = [termsOf(before, t, format), termsOf(after, t, format)];
  const ofTerms = old.map(([what, value], index): Change => ({ what, before: value, after: fresh[index]![1] }));
  const lineIds = [...new Set([...before.lines, ...after.lines].map(({ lineId }) => lineId))];
  const ofLines = lineIds.flatMap((lineId): Change[] => {
    const [was, becomes] = [before, after].map(({ lines }) => lines.find((line) => line.lineId === lineId));
    const { description } = (becomes ?? was)!;
    const [parts, next] = [partsOf(was, t, format), partsOf(becomes, t, format)];
    return Object.keys({ ...parts, ...next }).map((part) => ({
      what: `${description}: ${part}`,
      before: parts[part] ?? '–',
      after: next[part] ?? '–',
    }));
  });
  return [...ofTerms, ...ofLines].filter((change) => change.before !== change.after);
}

/** What a line says, part by part; nothing where there is no such line. */
function partsOf(line: Version['lines'][number] | undefined, t: Say, format: Format): Readonly<Record<string, string>> {
  if (line === undefined) return {};
  const { volume, unit, cadence, unitPrice, doneCriterion, accountable, asNeeded } = line;
  const much = asNeeded ? t('time.as-needed', { hours: volume }) : `${volume} × ${unit}`;
  return {
    [t('agreements.how-much')]: `${much} ${t(`words.cadence-${cadence}`)}`,
    [t('agreements.a-unit')]: format.money(unitPrice),
    [t('agreements.answerable')]: accountable
      .map(({ party, personName }) => personName ?? t(`agreements.party-${party}`))
      .join(', '),
    [t('agreements.done')]: doneCriterion,
  };
}
