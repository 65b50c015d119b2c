import { Card, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Beside } from '../../parts/beside';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { type Agreement, agreementsQuery } from './agreement-queries';
import { ButtonLink, TextLink } from '../../parts/links';
import { businessTeam, engagementReaders } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';

const meanings: Readonly<Record<Agreement['status'], Meaning>> = {
  drafting: 'waits-for-you',
  changing: 'waits-for-you',
  accepted: 'good',
  withdrawn: 'ended',
};

/** Who answers for what, with whom. */
export function AgreementsPage() {
  const t = useText();
  const session = useOwnSession();
  const agreements = useInfiniteQuery(agreementsQuery);
  const first = hasRole(session, ...businessTeam) ? (
    <ButtonLink to="/needs/new">{t('needs.new')}</ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead title={t('shell.agreements')} />
      <EndlessList query={agreements} rowHeight={80} empty={<EmptyState says={t('agreements.none')} action={first} />}>
        {({ id, assistantId, status, current, versionInForce }) => (
          <Card withBorder padding="md" mb="sm">
            <Beside aside={<StatusWord meaning={meanings[status]} word={t(`agreements.status-${status}`)} />}>
              <TextLink fw={600} to="/agreements/$agreementId" params={{ agreementId: id }}>
                <AssistantName id={assistantId} plain />
              </TextLink>
              <Group gap="md" fz="sm">
                <Text size="sm" c="dimmed">
                  {t('agreements.version', { number: current.number })}
                </Text>
                {versionInForce === null || !hasRole(session, ...engagementReaders) ? null : (
                  <TextLink size="sm" to="/engagements/$engagementId" params={{ engagementId: id }}>
                    {t('engagements.title')}
                  </TextLink>
                )}
              </Group>
            </Beside>
          </Card>
        )}
      </EndlessList>
    </>
  );
}
