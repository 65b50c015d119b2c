import { Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { TextLink } from '../../parts/links';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { agreementsQuery } from '../agreements/agreement-queries';
import { openNeedsQuery } from '../open-needs/open-need-queries';
import { engagementsQuery, runsQuery } from '../work/work-queries';
import { Waiting } from './waiting';

/** An agency, or one of its assistants: what is to be done, to be signed, and to be answered. */
export function AgencyHome() {
  const t = useText();
  const session = useOwnSession();
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const runs = useQuery(runsQuery(engagements, ['returned', 'scheduled'])).data ?? [];
  const now = new Date().toISOString();
  const toDo = runs.filter(({ opensAt }) => opensAt <= now);
  return (
    <Waiting title={t('home.waits')}>
      {toDo.length === 0 ? (
        <Text c="dimmed">{t('home.nothing')}</Text>
      ) : (
        <TextLink to="/work">{t('home.runs-to-do', { count: toDo.length })}</TextLink>
      )}
      {hasRole(session, 'agency.owner', 'agency.coordinator') ? <Deals /> : null}
    </Waiting>
  );
}

function Deals() {
  const t = useText();
  const agreements = useInfiniteQuery(agreementsQuery).data?.pages[0]?.items ?? [];
  const needs = useInfiniteQuery(openNeedsQuery).data?.pages[0]?.items ?? [];
  const invited = needs.filter((need) => need.invited).length;
  return (
    <>
      {agreements
        .filter(({ status }) => status === 'drafting' || status === 'changing')
        .map(({ id }) => (
          <TextLink key={id} to="/agreements/$agreementId" params={{ agreementId: id }}>
            {t('home.agreement-open')}
          </TextLink>
        ))}
      {invited === 0 ? null : <TextLink to="/open-needs">{t('home.invited', { count: invited })}</TextLink>}
      {needs.length === 0 ? null : <TextLink to="/open-needs">{t('home.open', { count: needs.length })}</TextLink>}
    </>
  );
}
