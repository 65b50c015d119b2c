import { Group, Stack, Table, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../format/use-format';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { AssignedReceipts } from './assigned-receipts';
import { MarketplaceFigures } from './marketplace-figures';
import { trialBalanceQuery } from './money-queries';
import { PayoutBatches } from './payout-batches';
import { RefundsDue } from './refunds-due';
import { StatementImport } from './statement-import';
import { UnassignedReceipts } from './unassigned-receipts';

/** The money of the marketplace: what came in, whose it is, what goes out, and whether the books balance. */
export function MarketplaceMoneyPage() {
  const t = useText();
  return (
    <Stack gap="xl">
      <PageHead title={t('shell.money')} says={t('money.says-marketplace')} />
      <Group>
        <ButtonLink to="/admin/reconciliation" variant="default">
          {t('shell.reconciliation')}
        </ButtonLink>
      </Group>
      <MarketplaceFigures />
      <StatementImport />
      <UnassignedReceipts />
      <AssignedReceipts />
      <RefundsDue />
      <PayoutBatches />
      <TrialBalance />
    </Stack>
  );
}

function TrialBalance() {
  const t = useText();
  const format = useFormat();
  const [day, setDay] = useState('');
  // Of the end of that day, on the reader's clock.
  const at = day === '' ? null : new Date(`${day}T23:59:59.999`).toISOString();
  const { data } = useQuery({ ...trialBalanceQuery(at), placeholderData: keepPreviousData });
  return (
    <Section
      title={t('money.trial-balance')}
      aside={
        <TextInput
          type="date"
          aria-label={t('money.as-of')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      }
    >
      <WideTable
        label={t('money.trial-balance')}
        width={420}
        heads={[t('money.account'), { figures: t('money.debit') }, { figures: t('money.credit') }]}
      >
        {data?.items.map(({ purpose, currency, debitMinor, creditMinor }) => (
          <Table.Tr key={`${purpose} ${currency}`}>
            <Table.Td>{t(`money.${purpose}`)}</Table.Td>
            <Table.Td ta="end">{format.money({ amountMinor: debitMinor, currency })}</Table.Td>
            <Table.Td ta="end">{format.money({ amountMinor: creditMinor, currency })}</Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </Section>
  );
}
