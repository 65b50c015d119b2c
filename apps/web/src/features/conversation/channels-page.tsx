import { Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { canSign } from '../../session/can-sign';
import { ChannelHooks } from './channel-hooks';
import { conversationQuery, openSwitchQuery } from './conversation-queries';
import { OpenSwitch } from './open-switch';
import { ProposeSwitch } from './propose-switch';
import { TellMessage } from './tell-message';

const route = getRouteApi('/own/messages/$engagementId/channels');

/** Where the two sides talk, how what is said there comes in, and how they change it. */
export function ChannelsPage() {
  const t = useText();
  const { engagementId } = route.useParams();
  const session = useOwnSession();
  const { data: conversation } = useSuspenseQuery(conversationQuery(engagementId));
  const { data: open } = useSuspenseQuery(openSwitchQuery(engagementId));
  const other = session.organisationKind === 'business' ? conversation.agencyName : conversation.businessName;
  const inTeam = hasRole(session, 'agency.owner', 'agency.coordinator', 'business.owner', 'business.colleague');
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t('conversation.channels-with', { name: other })}
        says={t('conversation.in', {
          channels: conversation.channels.map((channel) => t(`words.channel-${channel}`)).join(', '),
        })}
        action={
          <ButtonLink variant="default" to="/messages/$engagementId" params={{ engagementId }} search={{}}>
            {t('conversation.back')}
          </ButtonLink>
        }
      />
      <Section title={t('conversation.switch')}>
        <Stack gap="md">
          <Text c="dimmed">{t('conversation.switch-says')}</Text>
          <OpenSwitch conversation={conversation} />
          {open === null && canSign(session) ? <ProposeSwitch conversation={conversation} /> : null}
        </Stack>
      </Section>
      <Section title={t('conversation.tell')}>
        <TellMessage conversation={conversation} />
      </Section>
      {conversation.mailAddress === null ? null : (
        <Section title={t('conversation.mail')}>
          <Text>{t('conversation.mail-says')}</Text>
          <Text fw={600} ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {conversation.mailAddress}
          </Text>
        </Section>
      )}
      {inTeam ? <ChannelHooks engagementId={engagementId} /> : null}
    </Stack>
  );
}
