import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Payout } from './money-queries';

const meanings: Readonly<Record<Payout['status'], Meaning>> = {
  made: 'waits-for-them',
  sent: 'good',
  returned: 'ended',
};

/** One that was called off never went, so it didn't come back either. */
export function PayoutStatus({ payout: { status, sentAt } }: { readonly payout: Payout }) {
  const t = useText();
  const word = status === 'returned' && sentAt === null ? 'called-off' : status;
  return <StatusWord meaning={meanings[status]} word={t(`money.payout-${word}`)} />;
}
