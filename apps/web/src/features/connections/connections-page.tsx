import { Stack } from '@mantine/core';
import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { Webhooks } from './webhooks';

/** What Ajudant is joined to: programs that are told what happens. */
export function ConnectionsPage() {
  const t = useText();
  const session = useOwnSession();
  return (
    <Stack gap="xl" maw={820}>
      <PageHead title={t('shell.connections')} says={t('connections.says')} />
      {hasRole(session, 'agency.owner', 'business.owner') ? <Webhooks /> : null}
    </Stack>
  );
}
