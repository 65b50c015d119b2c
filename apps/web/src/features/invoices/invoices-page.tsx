import { Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { TextLink } from '../../parts/links';

const invoicesQuery = pagesQuery(['invoices'], (after) =>
  client.body(client.api.GET('/v1/invoices', { params: { query: after === undefined ? {} : { after } } })),
);

/** What was charged, for accepted work and nothing else. */
export function InvoicesPage() {
  const t = useText();
  const format = useFormat();
  const { organisationKind } = useOwnSession();
  const invoices = useInfiniteQuery(invoicesQuery);
  const empty = t(organisationKind === 'business' ? 'invoices.none-business' : 'invoices.none-agency');
  return (
    <>
      <PageHead title={t('shell.invoices')} />
      <EndlessList query={invoices} rowHeight={80} empty={<EmptyState says={empty} />}>
        {(invoice) => (
          <Card withBorder padding="md" mb="sm">
            <Group justify="space-between">
              <Stack gap={2}>
                <TextLink fw={600} to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
                  {invoice.number}
                </TextLink>
                <Text size="sm" c="dimmed">
                  {t('needs.term', { from: format.day(invoice.periodFrom), to: format.day(invoice.periodTo) })}
                </Text>
              </Stack>
              <Text fw={600}>{format.money(invoice.total)}</Text>
            </Group>
          </Card>
        )}
      </EndlessList>
    </>
  );
}
