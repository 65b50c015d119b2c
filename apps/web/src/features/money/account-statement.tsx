import { Anchor, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../format/days';
import { readersZone } from '../../format/readers-zone';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { type AccountStatement as Statement, statementQuery } from './money-queries';

/** What each of one's accounts came to before and after a time, and what has changed it, to read and as CSV. */
export function AccountStatement() {
  const t = useText();
  const [from, setFrom] = useState(`${today().slice(0, 7)}-01`);
  const [to, setTo] = useState(today());
  const isWhole = from !== '' && to !== '' && from <= to;
  const query = { from, to, timeZone: readersZone };
  const { data, error } = useQuery({ ...statementQuery(query), enabled: isWhole, placeholderData: keepPreviousData });
  const day = (label: string, value: string, onDay: (day: string) => void) => (
    <TextInput type="date" label={label} value={value} onChange={(event) => onDay(event.currentTarget.value)} />
  );
  return (
    <Section
      title={t('money.statement-of')}
      aside={
        isWhole ? (
          <Anchor href={`/v1/ledger/statement.csv?${new URLSearchParams(query)}`} download="statement.csv" size="sm">
            {t('money.as-csv')}
          </Anchor>
        ) : null
      }
    >
      <Stack gap="md">
        <Group>
          {day(t('money.from'), from, setFrom)}
          {day(t('money.to'), to, setTo)}
        </Group>
        <ProblemNotice problem={error} />
        {data === undefined ? null : <Accounts statement={data} />}
      </Stack>
    </Section>
  );
}

function Accounts({ statement: { accounts, lines } }: { readonly statement: Statement }) {
  const t = useText();
  const format = useFormat();
  if (accounts.length === 0) return <EmptyState says={t('money.statement-empty')} />;
  return (
    <Stack gap="md">
      <WideTable
        label={t('money.statement-of')}
        width={560}
        heads={[
          t('money.account'),
          { figures: t('money.opening') },
          { figures: t('money.debit') },
          { figures: t('money.credit') },
          { figures: t('money.closing') },
        ]}
      >
        {accounts.map(({ purpose, opening, debit, credit, closing }) => (
          <Table.Tr key={`${purpose} ${opening.currency}`}>
            <Table.Td>{t(`money.${purpose}`)}</Table.Td>
            {[opening, debit, credit, closing].map((amount, place) => (
              <Table.Td key={place} ta="end">
                {format.money(amount)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </WideTable>
      {lines.length === 0 ? null : (
        <WideTable
          label={t('money.statement')}
          width={560}
          heads={[
            t('money.day'),
            t('money.movement'),
            { figures: t('invoices.amount') },
            { figures: t('money.balance') },
          ]}
        >
          {lines.map((line, place) => (
            <Table.Tr key={place}>
              <Table.Td>{format.dayOf(line.occurredAt)}</Table.Td>
              <Table.Td>
                {t(`money.${line.fact}`)}
                <Text size="xs" c="dimmed">
                  {t(`money.${line.purpose}`)}
                </Text>
              </Table.Td>
              <Table.Td ta="end">{format.money(line.amount)}</Table.Td>
              <Table.Td ta="end">{format.money(line.balance)}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </Stack>
  );
}
