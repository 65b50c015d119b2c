import { Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type Money, useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AccountStatement } from './account-statement';
import { Ages } from './ages';
import { BankAccount } from './bank-account';
import { Deposit } from './deposit';
import { Commission, Earnings } from './earnings';
import { accountsQuery, entriesQuery, type LedgerAccount } from './money-queries';
import { OwnPayouts } from './own-payouts';
import { PaymentAccount } from './payment-account';
import { Refunds } from './refunds';
import { Spending } from './spending';

/** What one's own accounts come to, and what has changed them; for an agency also what it was paid, and where to. */
export function MoneyPage() {
  const t = useText();
  const format = useFormat();
  const { organisationKind } = useOwnSession();
  const { data: accounts } = useSuspenseQuery(accountsQuery);
  const unused = unusedOf(accounts.items);
  const entries = useInfiniteQuery(entriesQuery);
  return (
    <Stack gap="xl">
      <PageHead
        title={t('shell.money')}
        says={t(organisationKind === 'agency' ? 'money.says-agency' : 'money.says-business')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {accounts.items.map(({ purpose, balance }) => (
          <Card withBorder padding="md" key={`${purpose} ${balance.currency}`}>
            <Text size="sm" c="dimmed">
              {t(`money.${purpose}`)}
            </Text>
            <Text fw={600} size="xl">
              {format.money(balance)}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <Ages />
      {organisationKind === 'agency' ? (
        <>
          <Earnings />
          <Commission />
          <BankAccount />
          <PaymentAccount />
          <OwnPayouts />
        </>
      ) : (
        <>
          <Spending />
          <Deposit unused={unused} />
          <Refunds prepaid={unused} />
        </>
      )}
      <AccountStatement />
      <Section title={t('money.statement')}>
        <EndlessList query={entries} rowHeight={72} empty={<EmptyState says={t('money.no-entries')} />}>
          {(entry) => (
            <Group justify="space-between" py="xs" wrap="nowrap">
              <Stack gap={0}>
                <Text>{t(`money.${entry.fact}`)}</Text>
                <Text size="sm" c="dimmed">
                  {t(`money.${entry.purpose}`)} · {format.dayOf(entry.occurredAt)}
                </Text>
              </Stack>
              <Text fw={600}>{format.money(entry.amount)}</Text>
            </Group>
          )}
        </EndlessList>
      </Section>
    </Stack>
  );
}

/** What was paid ahead and no open invoice waits for, by currency: so much can go back. */
const unusedOf = (accounts: readonly LedgerAccount[]): Money[] =>
  accounts.flatMap(({ purpose, balance }) => {
    if (purpose !== 'prepaid') return [];
    const owed = accounts.find((one) => one.purpose === 'receivable' && one.balance.currency === balance.currency);
    return [{ ...balance, amountMinor: balance.amountMinor - (owed?.balance.amountMinor ?? 0) }];
  });
