import type { components } from '@ajudant/client';
import { Card, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { useOwnSession } from '../../session/session';
import { CardOfInvoice } from '../money/card-of-invoice';
import { FactList } from '../money/fact-list';
import { useText } from '../../texts/use-text';
import { PaymentWord } from './payment-word';

type Invoice = components['schemas']['InvoiceDto'];

/** Whether the invoice was paid; until then, where to, by which reference and until when. */
export function HowToPay({ invoice }: { readonly invoice: Invoice }) {
  const { organisationKind } = useOwnSession();
  const { paidAt, openFees } = invoice.payment;
  const pays = organisationKind === 'business' && invoice.status !== 'credited';
  if (pays && paidAt === null) return <Instructions invoiceId={invoice.id} />;
  return (
    <>
      <PaymentWord invoice={invoice} />
      {pays && openFees.amountMinor > 0 ? <Instructions invoiceId={invoice.id} /> : null}
    </>
  );
}

function Instructions({ invoiceId }: { readonly invoiceId: string }) {
  const t = useText();
  const format = useFormat();
  const { data } = useSuspenseQuery({
    queryKey: ['invoices', invoiceId, 'payment'],
    queryFn: () => client.body(client.api.GET('/v1/invoices/{id}/payment', { params: { path: { id: invoiceId } } })),
  });
  const card = data.cards ? <CardOfInvoice invoiceId={invoiceId} /> : null;
  if (data.account === null) return card ?? <Text size="sm">{t('invoices.no-account')}</Text>;
  const said: readonly (readonly [string, string])[] = [
    [t('invoices.amount'), format.money(data.amount)],
    ...(data.openFees.amountMinor > 0 ? [[t('invoices.fees-of-reminders'), format.money(data.openFees)] as const] : []),
    [t('invoices.holder'), data.account.holder],
    [t('invoices.iban'), inGroups(data.account.iban)],
    [t('invoices.reference'), inGroups(data.reference)],
    [t('invoices.due'), format.day(data.dueOn)],
  ];
  return (
    <Card withBorder padding="md">
      <Stack gap={4}>
        <Text fw={600}>{t('invoices.how-to-pay')}</Text>
        <FactList facts={said} nameWidth={160} />
        <Text size="sm" c="dimmed">
          {t('invoices.reference-says')}
        </Text>
        {card}
      </Stack>
    </Card>
  );
}

/** In groups of four, as on paper. */
const inGroups = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');
