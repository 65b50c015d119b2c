import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { Earnings } from './earnings';
import { invoicesQuery } from './invoice-queries';
import { PaymentWord } from './payment-word';
import { ToCharge } from './to-charge';

/** What was charged, for accepted work and nothing else. */
export function InvoicesPage() {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { organisationKind } = session;
  const charges = hasRole(session, 'agency.owner', 'agency.coordinator');
  const invoices = useInfiniteQuery(invoicesQuery);
  const empty = t(organisationKind === 'business' ? 'invoices.none-business' : 'invoices.none-agency');
  return (
    <Stack gap="xl">
      <PageHead title={t('shell.invoices')} {...(charges ? { says: t('invoices.says-agency') } : {})} />
      {charges ? <ToCharge /> : null}
      {charges ? <Earnings invoices={invoices.data?.pages.flatMap(({ items }) => items) ?? []} /> : null}
      <Section title={t('invoices.issued')}>
        <EndlessList query={invoices} rowHeight={80} empty={<EmptyState says={empty} />}>
          {(invoice) => (
            <Card withBorder padding="md" mb="sm">
              <Group justify="space-between">
                <Stack gap={2}>
                  <TextLink fw={600} to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
                    {invoice.number}
                  </TextLink>
                  <Text size="sm">
                    {organisationKind === 'agency'
                      ? invoice.parties?.business.legalName
                      : invoice.parties?.agency.legalName}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t('needs.term', { from: format.day(invoice.periodFrom), to: format.day(invoice.periodTo) })}
                  </Text>
                </Stack>
                <Stack gap={4} align="flex-end">
                  <Text fw={600}>{format.money(invoice.total)}</Text>
                  <PaymentWord invoice={invoice} />
                </Stack>
              </Group>
            </Card>
          )}
        </EndlessList>
      </Section>
    </Stack>
  );
}
