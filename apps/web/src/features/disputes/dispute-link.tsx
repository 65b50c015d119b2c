import { TextLink } from '../../parts/links';
import { isOfTeam, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { DisputeSubject } from './dispute-queries';

/** Leads to the dispute about something; where there is none, a side may open one. */
export function DisputeLink({
  kind,
  id,
  engagementId,
  disputeId,
}: DisputeSubject & { readonly engagementId: string; readonly disputeId: string | null }) {
  const t = useText();
  const session = useOwnSession();
  if (disputeId !== null) {
    return (
      <TextLink to="/disputes/$disputeId" params={{ disputeId }} size="sm">
        {t('disputes.is-disputed')}
      </TextLink>
    );
  }
  const argues = isOfTeam(session);
  if (!argues) return null;
  return (
    <TextLink to="/disputes/new" search={{ kind, id, engagement: engagementId }} size="sm" c="dimmed">
      {t('disputes.dispute-it')}
    </TextLink>
  );
}
