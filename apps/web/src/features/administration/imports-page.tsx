import { Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { CatalogueImport } from './catalogue-import';
import { importsQuery } from './import-queries';
import { ImportedEntries } from './imported-entries';

/** Catalogues that others keep: what a file would change, then what it changed, and what was imported before. */
export function ImportsPage() {
  const t = useText();
  const format = useFormat();
  const { data, error } = useInfiniteQuery(importsQuery);
  const imports = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="xxl">
      <PageHead title={t('shell.imports')} says={t('administration.imports-say')} />
      <CatalogueImport />
      <Section title={t('administration.imported-before')}>
        <ProblemNotice problem={error} />
        {data !== undefined && imports.length === 0 ? <EmptyState says={t('administration.no-imports')} /> : null}
        {imports.length === 0 ? null : (
          <WideTable label={t('administration.imported-before')} width={560}>
            {imports.map((done) => (
              <Table.Tr key={done.id}>
                <Table.Td fw={600}>{done.source}</Table.Td>
                <Table.Td>{format.moment(done.importedAt)}</Table.Td>
                <Table.Td>
                  <Text size="sm">{t('administration.counts', countsOf(done))}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </WideTable>
        )}
      </Section>
      <ImportedEntries />
    </Stack>
  );
}

const countsOf = ({
  accepted,
  updated,
  unchanged,
  retired,
  rejected,
}: {
  readonly accepted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly retired: number;
  readonly rejected: number;
}) => ({ accepted, updated, unchanged, retired, rejected });
