import { Group, Tabs, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { agencyTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantScorecard } from '../engagements/assistant-scorecard';
import { ListingStatus } from '../roster/listing-status';
import { ListingSteps } from '../roster/listing-steps';
import { Workplace } from '../workplace/workplace';
import { HoursForm } from './hours-form';
import { listingQuery } from './listing-queries';
import { isListingPart, listingParts } from './listing-parts';
import { ProfileForm } from './profile-form';
import { Withdrawal } from './withdrawal';

const route = getRouteApi('/own/roster/$assistantId');

/** One assistant of the agency: what is listed, when she works, and whether her workplace is cleared. */
export function ListingPage() {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { assistantId } = route.useParams();
  const { part = 'profile' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(listingQuery(assistantId));
  const assistant = data.body;
  const edits = hasRole(session, ...agencyTeam);
  // Who looks at workplaces is told nothing of how the work goes.
  const parts = listingParts.filter((each) => edits || each !== 'work');
  return (
    <>
      <PageHead
        title={assistant.displayName}
        says={
          <Group gap="md">
            <ListingStatus status={assistant.status} />
            <span>{assistant.professionalTitle}</span>
            <Text span>{t('words.per-hour', { price: format.money(assistant.hourlyRate) })}</Text>
          </Group>
        }
        action={
          <Group gap="sm">
            {assistant.status === 'published' ? (
              <ButtonLink variant="subtle" to="/assistants/$assistantId" params={{ assistantId }}>
                {t('listing.as-others')}
              </ButtonLink>
            ) : null}
            {edits ? <ListingSteps assistant={assistant} size="sm" /> : null}
          </Group>
        }
      />
      <Tabs
        value={part}
        keepMounted={false}
        onChange={(next) => {
          if (isListingPart(next)) void navigate({ search: { part: next }, replace: true });
        }}
      >
        <Tabs.List mb="xl">
          {parts.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`listing.part-${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="profile">
          <ProfileForm assistant={assistant} etag={data.etag!} readOnly={!edits} />
          {edits && (assistant.status === 'published' || assistant.status === 'paused') ? (
            <Withdrawal assistant={assistant} />
          ) : null}
        </Tabs.Panel>
        <Tabs.Panel value="hours">
          <HoursForm assistant={assistant} etag={data.etag!} readOnly={!edits} />
        </Tabs.Panel>
        <Tabs.Panel value="work">
          <AssistantScorecard assistantId={assistantId} />
        </Tabs.Panel>
        <Tabs.Panel value="workplace">
          <Workplace assistant={assistant} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
