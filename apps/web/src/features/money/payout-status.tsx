import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Payout } from './money-queries';

const meanings: Readonly<Record<Payout['status'], Meaning>> = {
  made: 'waits-for-them',
  sent: 'good',
  returned: 'ended',
};

export function PayoutStatus({ status }: { readonly status: Payout['status'] }) {
  const t = useText();
  return <StatusWord meaning={meanings[status]} word={t(`money.payout-${status}`)} />;
}
