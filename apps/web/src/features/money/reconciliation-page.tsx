import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { CurrencyField } from '../../parts/currency-field';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { FactList } from './fact-list';
import { paymentServiceQuery, type Reconciliation, reconciliationQuery } from './money-queries';

/** The account in the books against the bank's statements, the oldest difference first. */
export function ReconciliationPage() {
  const t = useText();
  const [currency, setCurrency] = useState('EUR');
  const { data, error } = useQuery({ ...reconciliationQuery(currency), enabled: /^[A-Z]{3}$/.test(currency) });
  return (
    <Stack gap="xl">
      <PageHead title={t('shell.reconciliation')} says={t('money.reconciliation-says')} />
      <CurrencyField value={currency} onTyped={setCurrency} />
      <ProblemNotice problem={error} />
      {data === undefined ? null : <Reconciled reconciliation={data} />}
      <AtService />
    </Stack>
  );
}

/** What the payment service says that lies with it, beside the books; nothing where there is none. */
function AtService() {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(paymentServiceQuery);
  if (!data?.isThere) return null;
  return (
    <FactList
      facts={data.balances.map(({ currency, service, books }) => [
        t('money.at-service', { currency }),
        t('money.at-service-books', { service: format.money(service), books: format.money(books) }),
      ])}
    />
  );
}

function Reconciled({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const t = useText();
  const format = useFormat();
  const { currency, closesOn, statement, books, differences } = reconciliation;
  return (
    <>
      <FactList
        facts={[
          [t('money.in-the-books'), format.money(books)],
          ...(statement === null || closesOn === null
            ? []
            : [[t('money.on-statement', { on: format.day(closesOn) }), format.money(statement)] as const]),
        ]}
      />
      <Section
        title={t('money.differences')}
        aside={
          <Anchor href={`/v1/admin/reconciliation.csv?currency=${currency}`} download="reconciliation.csv" size="sm">
            {t('money.as-csv')}
          </Anchor>
        }
      >
        {differences.length === 0 ? (
          <EmptyState says={t('money.no-differences')} />
        ) : (
          <WideTable
            label={t('money.differences')}
            width={560}
            heads={[
              t('money.what'),
              t('money.since'),
              { figures: t('money.age-days') },
              { figures: t('money.difference') },
            ]}
          >
            {differences.map((difference) => (
              <Table.Tr key={`${difference.kind} ${difference.subject}`}>
                <Table.Td>
                  {t(`money.${difference.kind}`)}
                  {difference.kind === 'debit-without-order' ? (
                    <>
                      <Text size="xs" c="dimmed">
                        {difference.subject}
                      </Text>
                      <BankFee bankReference={difference.subject} />
                    </>
                  ) : null}
                </Table.Td>
                <Table.Td>{format.day(difference.since)}</Table.Td>
                <Table.Td ta="end">{difference.ageDays}</Table.Td>
                <Table.Td ta="end">{format.money(difference.amount)}</Table.Td>
              </Table.Tr>
            ))}
          </WideTable>
        )}
      </Section>
    </>
  );
}

/** The bank took it for itself. */
function BankFee({ bankReference }: { readonly bankReference: string }) {
  const t = useText();
  const note = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/admin/bank-fees', {
          params: { header: { 'Idempotency-Key': key } },
          body: { bankReference },
        }),
      ),
    { outdates: [['money']] },
  );
  return (
    <>
      <Button size="compact-xs" variant="subtle" loading={note.isPending} onClick={() => note.mutate()}>
        {t('money.is-bank-fee')}
      </Button>
      <ProblemNotice problem={note.error} />
    </>
  );
}
