import { List, Text, Title } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import type { Booking } from './booking-queries';

/** What was called off or moved late, and the invoice that charges it. */
export function LateFees({ fees }: { readonly fees: Booking['lateFees'] }) {
  const t = useText();
  const format = useFormat();
  if (fees.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {t('bookings.late-fees')}
      </Title>
      <List listStyleType="none">
        {fees.map(({ amount, incurredAt, invoiceId }) => (
          <List.Item key={incurredAt}>
            {t('bookings.late-fee', { fee: format.money(amount), time: format.moment(incurredAt) })}{' '}
            {invoiceId === null ? (
              <Text span c="dimmed" size="sm">
                {t('bookings.late-fee-waits')}
              </Text>
            ) : (
              <TextLink size="sm" to="/invoices/$invoiceId" params={{ invoiceId }}>
                {t('bookings.late-fee-invoice')}
              </TextLink>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
