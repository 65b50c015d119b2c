import { Group, Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state';
import { TwoClocks } from '../../parts/two-clocks';
import { useText } from '../../texts/use-text';
import { agreementsQuery } from '../agreements/agreement-queries';
import { bookingsQuery } from '../bookings/booking-queries';
import { needsQuery } from '../needs/need-queries';
import { engagementsQuery, runsQuery } from '../work/work-queries';
import { Waiting } from './waiting';
import { ButtonLink, TextLink } from '../../parts/links';

/** A business: what waits for it, and what comes this week. */
export function BusinessHome() {
  const t = useText();
  const needs = useInfiniteQuery(needsQuery).data?.pages[0]?.items ?? [];
  const agreements = useInfiniteQuery(agreementsQuery).data?.pages[0]?.items ?? [];
  const bookings = useInfiniteQuery(bookingsQuery).data?.pages[0]?.items ?? [];
  const { data: engagements } = useSuspenseQuery(engagementsQuery);
  const done = useQuery(runsQuery(engagements, ['done'])).data ?? [];
  const drafts = needs.filter(({ status }) => status === 'draft');
  const toSign = agreements.filter(({ status }) => status === 'drafting' || status === 'changing');
  const held = bookings.filter(({ status }) => status === 'held');
  const ask = <ButtonLink to="/">{t('shell.ask')}</ButtonLink>;
  const nothing = drafts.length + toSign.length + held.length + done.length === 0;
  const now = new Date().toISOString();
  const coming = bookings
    .filter(({ status }) => status === 'confirmed')
    .flatMap(({ slots, timeZone, id }) => slots.map((slot) => ({ ...slot, timeZone, id })))
    .filter(({ endAt }) => endAt > now)
    .sort((one, other) => one.startAt.localeCompare(other.startAt))
    .slice(0, 5);
  return (
    <Stack gap="xl">
      <Waiting title={t('home.waits')}>
        {nothing ? <EmptyState says={t('home.nothing-business')} action={ask} /> : null}
        {done.length === 0 ? null : <TextLink to="/work">{t('home.runs-to-judge', { count: done.length })}</TextLink>}
        {toSign.map(({ id }) => (
          <TextLink key={id} to="/agreements/$agreementId" params={{ agreementId: id }}>
            {t('home.agreement-open')}
          </TextLink>
        ))}
        {held.map(({ id }) => (
          <TextLink key={id} to="/bookings/$bookingId" params={{ bookingId: id }}>
            {t('home.hold-open')}
          </TextLink>
        ))}
        {drafts.map(({ id, words }) => (
          <TextLink key={id} to="/needs/$needId" params={{ needId: id }}>
            {t('home.draft-open', { words: words ?? t('needs.unnamed') })}
          </TextLink>
        ))}
      </Waiting>
      {coming.length === 0 ? null : (
        <Waiting title={t('home.coming')}>
          {coming.map(({ id, startAt, endAt, timeZone }) => (
            <Group key={`${id} ${startAt}`}>
              <TextLink to="/bookings/$bookingId" params={{ bookingId: id }}>
                <TwoClocks at={startAt} until={endAt} zone={timeZone} />
              </TextLink>
            </Group>
          ))}
        </Waiting>
      )}
      {nothing ? null : <Group>{ask}</Group>}
    </Stack>
  );
}
