import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Refund } from './money-queries';

const meanings: Readonly<Record<Refund['status'], Meaning>> = {
  asked: 'waits-for-them',
  sent: 'good',
  withdrawn: 'ended',
  returned: 'ended',
};

export function RefundStatus({ status }: { readonly status: Refund['status'] }) {
  const t = useText();
  return <StatusWord meaning={meanings[status]} word={t(`money.refund-${status}`)} />;
}
