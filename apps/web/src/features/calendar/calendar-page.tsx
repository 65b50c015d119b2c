import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { mondayOf, today } from '../../format/days';
import { readersZone } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { WeekSteps } from '../../parts/week-steps';
import { zoneName } from '../../parts/zones';
import { useText } from '../../texts/use-text';
import { Agenda } from './agenda';
import { slotsQuery, weekOf } from './calendar-queries';
import { TeamWeek } from './team-week';

const route = getRouteApi('/own/calendar');

/** Who of the agency works for whom in a week; what is at risk stands first. */
export function CalendarPage() {
  const t = useText();
  const { week } = route.useSearch();
  const navigate = route.useNavigate();
  const monday = mondayOf(week ?? today());
  const days = weekOf(monday);
  const { data: slots, error } = useQuery(slotsQuery(days[0]!, days.at(-1)!));
  const isWide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  const atRisk = new Set((slots ?? []).filter(({ booking }) => booking.risk !== null).map(({ booking }) => booking.id));
  return (
    <Stack gap="lg">
      <PageHead title={t('calendar.title')} says={t('calendar.says', { zone: zoneName(readersZone) })} />
      <WeekSteps monday={monday} onChange={(next) => void navigate({ search: { week: next }, replace: true })} />
      <ProblemNotice problem={error} />
      {atRisk.size === 0 ? null : (
        <Alert color="amber" variant="light">
          <Text>{t('calendar.some-at-risk', { count: atRisk.size })}</Text>
        </Alert>
      )}
      {slots === undefined && error === null ? <Skeleton h={240} /> : null}
      {slots?.length === 0 ? <EmptyState says={t('calendar.nothing')} /> : null}
      {slots === undefined || slots.length === 0 ? null : isWide ? (
        <TeamWeek days={days} slots={slots} />
      ) : (
        <Agenda days={days} slots={slots} named />
      )}
    </Stack>
  );
}
