import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format';
import { ButtonLink, TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { StatusWord } from '../../parts/status-word';
import { hasRole, isOfTeam, useOwnSession } from '../../session/session';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { EngagementAbsences } from '../absences/engagement-absences';
import { EngagementAccess } from '../access-grants/engagement-access';
import { agreementQuery } from '../agreements/agreement-queries';
import { WorkHead } from '../directory/work-head';
import { ReviewsOfEngagement } from '../reviews/reviews-of-engagement';
import { EngagementSubstitutions } from '../substitutions/engagement-substitutions';
import { EffectsOfEngagement } from '../suggestions/effects-of-engagement';
import { HourPacks } from '../time/hour-packs';
import { AfterSuspension } from './after-suspension';
import { EndEngagement } from './end-engagement';
import { engagementQuery } from './engagement-queries';
import { ScorecardOf } from './scorecard';
import { SpendOf } from './spend';
import { WordsKept } from './words-kept';

const route = getRouteApi('/own/engagements/$engagementId');

/** How work with somebody goes: what is done and how well, what it costs, and how it was in the end. */
export function EngagementPage() {
  const t = useText();
  const format = useFormat();
  const { language } = useLanguage();
  const session = useOwnSession();
  const { engagementId } = route.useParams();
  const { data } = useSuspenseQuery(engagementQuery(engagementId));
  const engagement = data.body;
  const { body: agreement } = useSuspenseQuery(agreementQuery(engagement.agreementId)).data;
  const isActive = engagement.status === 'active';
  const descriptions = new Map(
    agreement.versions.flatMap(({ lines }) => lines.map(({ lineId, description }) => [lineId, description] as const)),
  );
  const inForce = agreement.versions.find(({ number }) => number === agreement.versionInForce);
  const isBusiness = session.organisationKind === 'business';
  const acts = isOfTeam(session);
  const seesMoney = !hasRole(session, 'agency.assistant');
  return (
    <Stack gap="xl" maw={820}>
      <WorkHead
        title={t('engagements.title')}
        status={
          <StatusWord meaning={isActive ? 'good' : 'ended'} word={t(`engagements.status-${engagement.status}`)} />
        }
        assistantId={engagement.assistantId}
        also={
          <span>
            {t('needs.term', {
              from: format.dayOf(engagement.startedAt),
              to: engagement.endedAt === null ? format.day(engagement.endsOn) : format.dayOf(engagement.endedAt),
            })}
          </span>
        }
        action={
          isActive && isBusiness && acts ? (
            <ButtonLink to="/agreements/$agreementId/book" params={{ agreementId: engagement.agreementId }}>
              {t('agreements.book')}
            </ButtonLink>
          ) : undefined
        }
      />
      {engagement.notice === null || !isActive ? null : (
        <Text>
          {t('engagements.ends-by-notice', {
            day: format.day(engagement.notice.lastDayOn),
            reason: engagement.notice.reason,
          })}
        </Text>
      )}
      {engagement.endReason === null ? null : (
        <Text>{t('engagements.ended-because', { reason: engagement.endReason })}</Text>
      )}
      {isActive ? null : <WordsKept engagementId={engagementId} />}
      <AfterSuspension engagementId={engagementId} />
      <ScorecardOf engagementId={engagementId} descriptions={descriptions} />
      {seesMoney ? (
        <Section title={t('home.spend')}>
          <SpendOf engagementId={engagementId} />
        </Section>
      ) : null}
      <HourPacks engagementId={engagementId} />
      <EffectsOfEngagement
        engagementId={engagementId}
        needId={agreement.needId}
        agencyId={engagement.agencyId}
        agency={inForce?.parties?.agency.legalName ?? t('engagements.the-agency')}
        isActive={isActive}
      />
      <EngagementAbsences engagementId={engagementId} isActive={isActive} />
      <EngagementSubstitutions engagementId={engagementId} assistantId={engagement.assistantId} isActive={isActive} />
      <EngagementAccess engagementId={engagementId} isActive={isActive} />
      {acts ? <ReviewsOfEngagement engagementId={engagementId} isActive={isActive} /> : null}
      <Group gap="xl">
        <TextLink to="/agreements/$agreementId" params={{ agreementId: engagement.agreementId }}>
          {t('bookings.agreement')}
        </TextLink>
        <Anchor href={`/v1/agreements/${engagement.agreementId}/due-diligence.pdf?language=${language}`} download>
          {t('engagements.due-diligence')}
        </Anchor>
        <TextLink to="/work">{t('engagements.to-the-work')}</TextLink>
      </Group>
      {isActive && acts && engagement.notice === null ? (
        <EndEngagement engagementId={engagementId} etag={data.etag!} noticeDays={inForce?.noticeDays ?? 0} />
      ) : null}
    </Stack>
  );
}
