import type { components } from '@ajudant/client';
import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../texts/use-text';

type Columns = components['schemas']['StatementColumnsDto'];
export type Mapping = components['schemas']['ColumnMappingDto'];

const fields = ['date', 'amount', 'outgoing', 'description', 'counterpart', 'reference'] as const;
type Field = (typeof fields)[number];
const needed: ReadonlySet<Field> = new Set(['date', 'amount', 'description']);

/** Which column of a statement is what: as it was said the last time, or as the names suggest, and changed by whoever knows better. */
export function StatementColumns({
  read,
  isPending,
  onSaid,
}: {
  readonly read: Columns;
  readonly isPending: boolean;
  readonly onSaid: (mapping: Mapping) => void;
}) {
  const t = useText();
  const [said, setSaid] = useState<Partial<Mapping>>(read.mapping ?? { dateOrder: 'dmy', decimal: ',' });
  const { dateOrder = 'dmy', decimal = ',' } = said;
  const samplesOf = (name: string | undefined): string =>
    (read.columns.find((column) => column.name === name)?.samples ?? []).filter((text) => text !== '').join(' · ');
  const say = (field: Field, name: string): void => {
    const { [field]: _before, ...others } = said;
    setSaid(name === '' ? others : { ...others, [field]: name });
  };
  const { date, amount, description } = said;
  return (
    <Stack gap="sm">
      <Text size="sm">{t(read.isKept ? 'records.columns-kept' : 'records.columns-say')}</Text>
      {read.dateOrderIsSure ? null : (
        <Alert variant="light" color="amber">
          {t('records.date-order-unsure')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {fields.map((field) => (
          <NativeSelect
            key={field}
            label={t(`records.column-${field}`)}
            description={samplesOf(said[field]) || t('records.column-no-samples')}
            value={said[field] ?? ''}
            onChange={(event) => say(field, event.currentTarget.value)}
            data={[
              { value: '', label: t(needed.has(field) ? 'records.column-choose' : 'records.column-none') },
              ...read.columns.map(({ name }) => name),
            ]}
          />
        ))}
      </SimpleGrid>
      <Group align="flex-end">
        <NativeSelect
          label={t('records.date-order')}
          value={dateOrder}
          onChange={(event) => setSaid({ ...said, dateOrder: event.currentTarget.value as Mapping['dateOrder'] })}
          data={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, label: t(`records.date-order-${value}`) }))}
        />
        <NativeSelect
          label={t('records.decimal')}
          value={decimal}
          onChange={(event) => setSaid({ ...said, decimal: event.currentTarget.value as Mapping['decimal'] })}
          data={[
            { value: ',', label: '1.234,50' },
            { value: '.', label: '1,234.50' },
          ]}
        />
        <Button
          variant="default"
          loading={isPending}
          disabled={date === undefined || amount === undefined || description === undefined}
          onClick={() => {
            if (date === undefined || amount === undefined || description === undefined) return;
            onSaid({ ...said, date, amount, description, dateOrder, decimal });
          }}
        >
          {t('records.look')}
        </Button>
      </Group>
    </Stack>
  );
}
