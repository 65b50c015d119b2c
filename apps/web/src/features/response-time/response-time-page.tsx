import { Select, Skeleton, Stack } from '@mantine/core';
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { partiesQuery } from '../calendar/calendar-queries';
import { type Engagement, engagementsQuery } from '../work/work-queries';
import { BeforeAndSince } from './before-and-since';
import { EnquiryImport } from './enquiry-import';
import { TellEnquiry } from './tell-enquiry';
import { Mailboxes } from './mailboxes';
import { WaitingCustomers } from './waiting-customers';
import { HoursEditor } from './hours-editor';
import { responseReportQuery } from './response-queries';
import { WeekByWeek } from './week-by-week';

/** How fast the business's customers are answered, before an engagement and since. */
export function ResponseTimePage() {
  const t = useText();
  const session = useOwnSession();
  const { organisationKind, organisationId } = session;
  const mayTell = hasRole(session, 'business.owner', 'business.colleague');
  const side = organisationKind === 'business' ? 'business' : 'agency';
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const latestFirst = [...engagements].sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  const [chosen, choose] = useState<string | null>(null);
  const shown = latestFirst.find(({ id }) => id === chosen) ?? latestFirst[0];
  return (
    <Stack gap="xl">
      <PageHead title={t('response-time.title')} says={t(`response-time.says-${side}`)} />
      {shown === undefined ? (
        <EmptyState
          says={t('response-time.none')}
          action={side === 'business' ? <ButtonLink to="/needs/new">{t('shell.ask')}</ButtonLink> : undefined}
        />
      ) : null}
      {latestFirst.length > 1 ? (
        <EngagementPicker engagements={latestFirst} chosen={shown!.id} side={side} onChoose={choose} />
      ) : null}
      {shown === undefined ? null : <Report engagement={shown} canFreeze={side === 'business'} />}
      {side === 'business' ? (
        <>
          <EnquiryImport />
          <Mailboxes />
          {mayTell ? <TellEnquiry /> : null}
          <HoursEditor businessId={organisationId} />
          <WaitingCustomers />
        </>
      ) : null}
    </Stack>
  );
}

function EngagementPicker({
  engagements,
  chosen,
  side,
  onChoose,
}: {
  readonly engagements: readonly Engagement[];
  readonly chosen: string;
  readonly side: 'agency' | 'business';
  readonly onChoose: (id: string | null) => void;
}) {
  const t = useText();
  const format = useFormat();
  const parties = useQueries({ queries: engagements.map(({ id }) => partiesQuery(id)) });
  const others = parties.map(({ data }) => (side === 'business' ? data?.agency : data?.business)?.legalName ?? '…');
  return (
    <Select
      label={t('response-time.which')}
      maw={480}
      allowDeselect={false}
      value={chosen}
      onChange={onChoose}
      data={engagements.map(({ id, startedAt }, place) => ({
        value: id,
        label: t('response-time.engagement', { name: others[place]!, day: format.dayOf(startedAt) }),
      }))}
    />
  );
}

function Report({ engagement, canFreeze }: { readonly engagement: Engagement; readonly canFreeze: boolean }) {
  const t = useText();
  const report = useQuery(responseReportQuery(engagement.id));
  if (report.error !== null) return <ProblemNotice problem={report.error} />;
  if (report.data === undefined) return <Skeleton h={320} />;
  return (
    <>
      <BeforeAndSince report={report.data} canFreeze={canFreeze} />
      {report.data.weeks.length === 0 ? null : (
        <Section title={t('response-time.weeks')}>
          <WeekByWeek report={report.data} />
        </Section>
      )}
    </>
  );
}
