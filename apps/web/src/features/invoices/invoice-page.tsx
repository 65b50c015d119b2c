import { Button, Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { LegalParties } from '../../parts/legal-parties';
import { PageHead } from '../../parts/page-head';
import { ChargeRow, SumRows } from '../../parts/sum-rows';
import { InvoiceDisputes } from '../disputes/invoice-disputes';
import { TaxReason } from '../../parts/tax-reason';
import { CreditNotes } from './credit-notes';
import { Documents } from './documents';
import { HowToPay } from './how-to-pay';
import { Reminders } from './reminders';
import { useText } from '../../texts/use-text';

const route = getRouteApi('/own/invoices/$invoiceId');

/** An invoice, to read and to print. */
export function InvoicePage() {
  const t = useText();
  const format = useFormat();
  const { invoiceId } = route.useParams();
  const { data: invoice } = useSuspenseQuery({
    queryKey: ['invoices', invoiceId],
    queryFn: () => client.body(client.api.GET('/v1/invoices/{id}', { params: { path: { id: invoiceId } } })),
  });
  const sums: readonly (readonly [string, string])[] = [
    [t('agreements.subtotal'), format.money(invoice.subtotal)],
    [t('invoices.commission'), format.money(invoice.commission)],
    [t('agreements.tax', { share: format.share(invoice.taxBps / 10_000) }), format.money(invoice.tax)],
    [t('agreements.total'), format.money(invoice.total)],
  ];
  return (
    <Stack gap="lg" maw={720}>
      <PageHead
        title={t('invoices.title', { number: invoice.number })}
        says={t('needs.term', { from: format.day(invoice.periodFrom), to: format.day(invoice.periodTo) })}
        action={
          <Button className="not-printed" variant="default" onClick={() => window.print()}>
            {t('agreements.print')}
          </Button>
        }
      />
      <Documents of={`/v1/invoices/${invoice.id}`} number={invoice.number} />
      <LegalParties parties={invoice.parties} />
      <HowToPay invoice={invoice} />
      <Table>
        <Table.Tbody>
          {invoice.lines.map((line) => (
            <ChargeRow
              key={line.lineId}
              what={line.description}
              much={t('words.quantity-at', {
                quantity: line.quantity,
                unit: line.unit,
                price: format.money(line.unitPrice),
              })}
              amount={format.money(line.amount)}
            />
          ))}
          {invoice.hours.map((line) => (
            <ChargeRow
              key={`${line.lineId} ${line.hourlyRate.amountMinor} ${line.pack?.hourPackId ?? ''}`}
              what={line.description}
              much={[
                `${format.minutes(line.minutes)} × ${format.money(line.hourlyRate)}`,
                ...(line.pack === null
                  ? []
                  : [
                      t('time.packs'),
                      t('needs.term', { from: format.day(line.pack.periodFrom), to: format.day(line.pack.periodTo) }),
                    ]),
              ].join(', ')}
              amount={format.money(line.amount)}
            />
          ))}
          {invoice.lateFees.map((fee) => (
            <ChargeRow
              key={`${fee.bookingId} ${fee.incurredAt}`}
              what={t('invoices.late-fee')}
              much={format.moment(fee.incurredAt)}
              amount={format.money(fee.amount)}
            />
          ))}
          <SumRows sums={sums} />
        </Table.Tbody>
      </Table>
      <TaxReason reason={invoice.taxReason} />
      {invoice.selfBilled ? <Text size="sm">{t('invoices.self-billed')}</Text> : null}
      <Reminders invoice={invoice} />
      <CreditNotes invoice={invoice} />
      <InvoiceDisputes invoiceId={invoice.id} engagementId={invoice.engagementId} />
    </Stack>
  );
}
