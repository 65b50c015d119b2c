import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { CardPaymentStatus } from './card-payment-status';
import { cardPaymentOfQuery } from './money-queries';
import { PayByCard } from './pay-by-card';

/** Paying an invoice by card, and how far the latest try has come. While its money is on the way, there is nothing to pay. */
export function CardOfInvoice({ invoiceId }: { readonly invoiceId: string }) {
  const { data: latest } = useSuspenseQuery(cardPaymentOfQuery(invoiceId));
  return (
    <Stack gap="xs" align="flex-start">
      {latest === null ? null : <CardPaymentStatus payment={latest} />}
      {latest?.status === 'processing' ? null : <PayByCard wanted={{ invoiceId }} />}
    </Stack>
  );
}
