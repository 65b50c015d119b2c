import { Stack } from '@mantine/core';
import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { CalendarFeeds } from './calendar-feeds';
import { OutsideCalendars } from './outside-calendars';
import { Webhooks } from './webhooks';

/** What Ajudant is joined to: calendars on both sides, and programs that are told what happens. */
export function ConnectionsPage() {
  const t = useText();
  const session = useOwnSession();
  const isTeam = hasRole(session, 'agency.owner', 'agency.coordinator');
  const isOfBusiness = session.organisationKind === 'business';
  const isAssistant = session.assistantId !== null;
  return (
    <Stack gap="xl" maw={820}>
      <PageHead title={t('shell.connections')} says={t('connections.says')} />
      {isTeam || isOfBusiness || isAssistant ? <CalendarFeeds choosesAssistant={isTeam} /> : null}
      {isTeam || isAssistant ? <OutsideCalendars choosesAssistant={isTeam} /> : null}
      {hasRole(session, 'agency.owner', 'business.owner') ? <Webhooks /> : null}
    </Stack>
  );
}
