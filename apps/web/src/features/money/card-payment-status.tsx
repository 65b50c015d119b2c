import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { CardPayment } from './money-queries';

const meanings: Readonly<Record<CardPayment['status'], Meaning>> = {
  open: 'waits-for-you',
  processing: 'waits-for-them',
  paid: 'good',
  ended: 'ended',
};

export function CardPaymentStatus({ payment: { disputed, status } }: { readonly payment: CardPayment }) {
  const t = useText();
  return disputed ? (
    <StatusWord meaning="at-risk" word={t('money.card-disputed')} />
  ) : (
    <StatusWord meaning={meanings[status]} word={t(`money.card-${status}`)} />
  );
}
