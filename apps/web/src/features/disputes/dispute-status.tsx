import { type Meaning, StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { Dispute } from './dispute-queries';

/** The reader's side, as a dispute names it. */
export function useOwnSide(): NonNullable<Dispute['waitsFor']> {
  const { organisationKind } = useOwnSession();
  return organisationKind === 'marketplace' ? 'administrator' : organisationKind;
}

/** Whose turn it is, or how it ended. */
export function DisputeStatus({ dispute: { status, waitsFor } }: { readonly dispute: Dispute }) {
  const t = useText();
  const side = useOwnSide();
  if (waitsFor === null) return <StatusWord meaning="ended" word={t(`disputes.status-${status as 'settled'}`)} />;
  const meaning: Meaning = waitsFor === side ? 'waits-for-you' : 'waits-for-them';
  return (
    <StatusWord meaning={meaning} word={t(waitsFor === side ? 'disputes.your-turn' : `disputes.turn-${waitsFor}`)} />
  );
}
