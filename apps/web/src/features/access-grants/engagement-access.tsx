import { Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { PartOfEngagement } from '../engagements/part-of-engagement';
import { accessGrantsQuery } from './access-grant-queries';
import { AccessLine } from './access-line';
import { GiveAccess } from './give-access';

/** What the assistant is let into, by whom, for what, and that it is closed again. */
export function EngagementAccess({ engagementId, isActive }: PartOfEngagement) {
  const t = useText();
  const session = useOwnSession();
  const { data } = useSuspenseQuery(accessGrantsQuery(engagementId));
  const gives = isActive && hasRole(session, 'business.owner', 'business.colleague');
  return (
    <Section title={t('access-grants.title')}>
      <Stack gap="sm">
        {data.items.length === 0 ? <Text c="dimmed">{t('access-grants.none')}</Text> : null}
        {data.items.map((grant) => (
          <AccessLine key={grant.id} grant={grant} />
        ))}
        {gives ? <GiveAccess engagementId={engagementId} /> : null}
      </Stack>
    </Section>
  );
}
