import { useQuery } from '@tanstack/react-query';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { HourLine } from '../time/hour-line';
import { hoursQuery, timersQuery } from '../time/time-queries';

/** The timer of what runs, and of what is booked by the hour just now; nothing where neither is. */
export function RunningNow() {
  const t = useText();
  const lines = useQuery(hoursQuery).data ?? [];
  const timers = useQuery(timersQuery).data ?? [];
  const shown = lines
    .map((line) => ({
      line,
      timer: timers.find(({ engagementId, lineId }) => engagementId === line.engagement.id && lineId === line.lineId),
    }))
    .filter(({ line, timer }) => timer !== undefined || line.bookedUntil !== null);
  if (shown.length === 0) return null;
  return (
    <Section title={t('today.timer')}>
      {shown.map(({ line, timer }) => (
        <HourLine key={`${line.engagement.id} ${line.lineId}`} line={line} timer={timer} />
      ))}
    </Section>
  );
}
