import type { Session } from '../../session/session';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { TextId } from '../../texts/text-id';
import type { Agreement } from './agreement-queries';

/** What an agreement means for the side that reads: the latest version waits for one side, or for the other. */
function statusFor(
  { status, versions }: Pick<Agreement, 'status' | 'versions'>,
  { organisationKind }: Pick<Session, 'organisationKind'>,
): { readonly meaning: Meaning; readonly text: TextId } {
  if (status === 'withdrawn') return { meaning: 'ended', text: 'agreements.status-withdrawn' };
  if (status === 'accepted') return { meaning: 'good', text: 'agreements.status-accepted' };
  const latest = versions.at(-1)!;
  const mine = organisationKind === 'business' ? latest.acceptedByBusinessAt : latest.acceptedByAgencyAt;
  return mine === null
    ? { meaning: 'waits-for-you', text: 'agreements.waits-for-you' }
    : { meaning: 'waits-for-them', text: 'agreements.waits-for-them' };
}

export function AgreementStatus({ agreement, session }: { readonly agreement: Agreement; readonly session: Session }) {
  const t = useText();
  const { meaning, text } = statusFor(agreement, session);
  return <StatusWord meaning={meaning} word={t(text)} />;
}
