import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Need } from './need-queries';

const meanings: Readonly<Record<Need['status'], Meaning>> = {
  draft: 'waits-for-you',
  posted: 'good',
  closed: 'ended',
};

export function NeedStatus({ need }: { readonly need: Pick<Need, 'status'> }) {
  const t = useText();
  return <StatusWord meaning={meanings[need.status]} word={t(`needs.status-${need.status}`)} />;
}
