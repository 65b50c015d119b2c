import { type Meaning, StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { Agency } from './agency-queries';

/** What an agency may do: list assistants once it is verified. */
export function AgencyStatus({ status }: Pick<Agency, 'status'>) {
  const t = useText();
  const decides = useOwnSession().organisationKind === 'marketplace';
  const meanings: Readonly<Record<Agency['status'], Meaning>> = {
    registered: decides ? 'waits-for-you' : 'waits-for-them',
    verified: 'good',
    suspended: 'ended',
    closed: 'ended',
  };
  const word = status === 'registered' && !decides ? 'administration.not-verified' : `administration.status-${status}`;
  return <StatusWord meaning={meanings[status]} word={t(word as 'administration.not-verified')} />;
}
