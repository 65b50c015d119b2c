import type { components } from '@ajudant/client';
import { today } from '../../format/days';
import { useFormat } from '../../format/use-format';
import { StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';

/** Whether an invoice is paid, by when it is to be, or that it should have been. */
export function PaymentWord({ invoice }: { readonly invoice: components['schemas']['InvoiceDto'] }) {
  const t = useText();
  const format = useFormat();
  const { organisationKind } = useOwnSession();
  const { paidAt, dueOn } = invoice.payment;
  if (invoice.status === 'credited') return <StatusWord meaning="ended" word={t('invoices.credited')} />;
  if (paidAt !== null) return <StatusWord meaning="good" word={t('invoices.paid', { on: format.dayOf(paidAt) })} />;
  if (dueOn < today())
    return <StatusWord meaning="at-risk" word={t('invoices.was-due', { dueOn: format.day(dueOn) })} />;
  return (
    <StatusWord
      meaning={organisationKind === 'business' ? 'waits-for-you' : 'waits-for-them'}
      word={t('invoices.not-paid', { dueOn: format.day(dueOn) })}
    />
  );
}
