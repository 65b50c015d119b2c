import { StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { SuggestionRequest } from './suggestion-queries';

export function RequestStatus({ status }: Pick<SuggestionRequest, 'status'>) {
  const t = useText();
  const isBusiness = useOwnSession().organisationKind === 'business';
  const meaning = {
    asked: isBusiness ? 'waits-for-them' : 'waits-for-you',
    answered: isBusiness ? 'waits-for-you' : 'good',
    declined: 'ended',
    withdrawn: 'ended',
  } as const;
  return <StatusWord meaning={meaning[status]} word={t(`suggestions.status-${status}`)} />;
}
