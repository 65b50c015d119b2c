import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { Assistant } from './roster-queries';

const meanings: Readonly<Record<Assistant['status'], Meaning>> = {
  draft: 'draft',
  published: 'good',
  paused: 'waits-for-you',
  withdrawn: 'ended',
};

export function ListingStatus({ status }: Pick<Assistant, 'status'>) {
  const t = useText();
  return <StatusWord meaning={meanings[status]} word={t(`roster.status-${status}`)} />;
}
