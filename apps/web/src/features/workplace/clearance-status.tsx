import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Clearance } from './clearance-queries';

const monthMs = 30 * 86_400_000;

/** A clearance that ends within a month is to be renewed before it puts bookings at risk. */
function clearanceState({ status, validUntil }: Clearance, now = Date.now()) {
  if (status !== 'granted' || validUntil === null) return status;
  const leftMs = Date.parse(validUntil) - now;
  if (leftMs <= 0) return 'over';
  return leftMs < monthMs ? 'ends-soon' : 'granted';
}

const meanings: Readonly<Record<ReturnType<typeof clearanceState>, Meaning>> = {
  requested: 'waits-for-them',
  granted: 'good',
  'ends-soon': 'at-risk',
  over: 'at-risk',
  voided: 'ended',
};

export function ClearanceStatus({ clearance }: { readonly clearance: Clearance }) {
  const t = useText();
  const state = clearanceState(clearance);
  return <StatusWord meaning={meanings[state]} word={t(`workplace.status-${state}`)} />;
}
