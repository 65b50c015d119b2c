import type { components } from '@ajudant/client';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';

type Status = components['schemas']['ProposalDto']['status'];

const meanings: Readonly<Record<Exclude<Status, 'open'>, Meaning>> = {
  accepted: 'good',
  declined: 'ended',
  withdrawn: 'ended',
  closed: 'ended',
};

/** An open proposal waits for the business. */
export function ProposalStatus({ status }: { readonly status: Status }) {
  const t = useText();
  const { organisationKind } = useOwnSession();
  const waits = organisationKind === 'business' ? 'waits-for-you' : 'waits-for-them';
  return <StatusWord meaning={status === 'open' ? waits : meanings[status]} word={t(`proposals.status-${status}`)} />;
}
