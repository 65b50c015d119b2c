import type { Session } from '../../session/session';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import type { TextId } from '../../texts/text-id';
import type { Agreement } from './agreement-queries';

type Side = 'agency' | 'business';

/** Whether the latest version waits for that side's signature; it may wait for both. */
export function waitsFor({ status, versions }: Pick<Agreement, 'status' | 'versions'>, side: Side): boolean {
  const latest = versions.at(-1)!;
  const signedAt = side === 'business' ? latest.acceptedByBusinessAt : latest.acceptedByAgencyAt;
  return (status === 'drafting' || status === 'changing') && signedAt === null;
}

/** What an agreement means for the side that reads. */
function statusFor(agreement: Agreement, side: Side): { readonly meaning: Meaning; readonly text: TextId } {
  if (agreement.status === 'withdrawn') return { meaning: 'ended', text: 'agreements.status-withdrawn' };
  if (agreement.status === 'accepted') return { meaning: 'good', text: 'agreements.status-accepted' };
  return waitsFor(agreement, side)
    ? { meaning: 'waits-for-you', text: 'agreements.waits-for-you' }
    : { meaning: 'waits-for-them', text: 'agreements.waits-for-them' };
}

export function AgreementStatus({ agreement, session }: { readonly agreement: Agreement; readonly session: Session }) {
  const t = useText();
  const { meaning, text } = statusFor(agreement, session.organisationKind === 'business' ? 'business' : 'agency');
  return <StatusWord meaning={meaning} word={t(text)} />;
}
