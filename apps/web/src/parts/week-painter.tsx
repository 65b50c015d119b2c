import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { readersZone, useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';
import { WeekEditor } from './week-editor';
import {
  type Area,
  cellMinutes,
  clockOf,
  coverage,
  dayMinutes,
  daySpan,
  type Hours,
  minutesOfWeek,
  painted,
} from './weekly-hours';
import { clockBeside, zoneName } from './zones';
import classes from './week-painter.module.css';

interface Place {
  readonly day: number;
  readonly from: number;
}

interface Stroke {
  readonly begin: Place;
  readonly end: Place;
  readonly added: boolean;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const areaOf = ({ begin, end }: Stroke): Area => ({
  fromDay: Math.min(begin.day, end.day),
  toDay: Math.max(begin.day, end.day),
  from: Math.min(begin.from, end.from),
  to: Math.max(begin.from, end.from) + cellMinutes,
});
const isIn = ({ day, from }: Place, area: Area): boolean =>
  day >= area.fromDay && day <= area.toDay && from >= area.from && from < area.to;

/**
 * The hours of a week, painted: a stroke with the pointer adds or takes away, and so do the arrows with Shift, or the space bar.
 * Whoever wants to be exact types times.
 */
export function WeekPainter({
  hours,
  zone,
  onChange,
}: {
  readonly hours: readonly Hours[];
  /** IANA zone whose clocks are meant. */
  readonly zone: string;
  readonly onChange: (hours: Hours[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState(false);
  const [whole, setWhole] = useState(false);
  const shown = daySpan(hours);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('week.by-the-clocks', { zone: zoneName(zone) })}{' '}
        {zone === readersZone ? '' : t('week.yours-beside', { zone: zoneName(readersZone) })}
      </Text>
      {typed ? (
        <WeekEditor hours={hours} onChange={onChange} />
      ) : (
        <Grid
          hours={hours}
          zone={zone}
          from={whole ? 0 : shown.from}
          to={whole ? dayMinutes : shown.to}
          onChange={onChange}
        />
      )}
      <Group justify="space-between" maw={760}>
        <Text size="sm" role="status">
          {t('week.in-all', { time: format.minutes(minutesOfWeek(hours)) })}
        </Text>
        <Group gap="sm">
          {typed ? null : (
            <Button size="compact-sm" variant="subtle" onClick={() => setWhole(!whole)}>
              {t(whole ? 'week.less-of-the-day' : 'week.whole-day')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setTyped(!typed)}>
            {t(typed ? 'week.paint' : 'week.type')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Grid({
  hours,
  zone,
  from,
  to,
  onChange,
}: {
  readonly hours: readonly Hours[];
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly onChange: (hours: Hours[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const grid = useRef<HTMLDivElement>(null);
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [at, setAt] = useState<Place>({ day: 1, from: 9 * 60 });
  const area = stroke === null ? null : areaOf(stroke);
  const focus = { day: at.day, from: Math.min(Math.max(at.from, from), to - cellMinutes) };
  const rows = Array.from({ length: (to - from) / cellMinutes }, (_, place) => from + place * cellMinutes);
  const isOn = ({ day, from: begin }: Place): boolean =>
    coverage(hours, day, { from: begin, to: begin + cellMinutes }) === 'all';

  const finish = (done: Stroke): void => {
    onChange(painted(hours, areaOf(done), done.added));
    setStroke(null);
  };
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0) return;
    setAt(place);
    setStroke({ begin: place, end: place, added: !isOn(place) });
  };
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (stroke === null) return;
    // A finger's events stay with the cell on which it came down.
    const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
    if (place !== null) setStroke({ ...stroke, end: place });
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      finish(stroke ?? { begin: focus, end: focus, added: !isOn(focus) });
      return;
    }
    if (event.key === 'Escape') setStroke(null);
    const next = moved(focus, event.key, { from, to });
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    if (event.shiftKey)
      setStroke(stroke === null ? { begin: focus, end: next, added: !isOn(focus) } : { ...stroke, end: next });
    grid.current?.querySelector<HTMLElement>(`[data-day="${next.day}"][data-from="${next.from}"]`)?.focus();
  };
  return (
    <div
      ref={grid}
      role="grid"
      aria-multiselectable
      aria-label={t('week.grid')}
      className={classes['grid']}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={() => stroke !== null && finish(stroke)}
      onPointerCancel={() => setStroke(null)}
      onPointerLeave={() => stroke !== null && finish(stroke)}
      onKeyDown={press}
      onKeyUp={(event) => event.key === 'Shift' && stroke !== null && finish(stroke)}
    >
      <div role="row" className={classes['row']}>
        <div role="columnheader" className={classes['day']}>
          <VisuallyHidden>{t('week.time')}</VisuallyHidden>
        </div>
        {weekdays.map((day) => (
          <div key={day} role="columnheader" className={classes['day']}>
            {format.weekday(day, 'short')}
          </div>
        ))}
      </div>
      {rows.map((start) => (
        <div key={start} role="row" className={classes['row']}>
          <div role="rowheader" className={classes['hour']}>
            {start % 60 === 0 ? (
              <span className={classes['clock']}>
                {clockOf(start)}
                {zone === readersZone ? null : ` · ${clockBeside(start, zone, readersZone)}`}
              </span>
            ) : (
              <VisuallyHidden>{clockOf(start)}</VisuallyHidden>
            )}
          </div>
          {weekdays.map((day) => {
            const covered = coverage(hours, day, { from: start, to: start + cellMinutes });
            const painting = area !== null && isIn({ day, from: start }, area);
            return (
              <div
                key={day}
                role="gridcell"
                aria-selected={covered !== 'none'}
                aria-label={t('week.cell', {
                  day: format.weekday(day),
                  from: clockOf(start),
                  to: clockOf(start + cellMinutes),
                })}
                tabIndex={day === focus.day && start === focus.from ? 0 : -1}
                className={classes['cell']}
                data-day={day}
                data-from={start}
                data-covered={covered}
                data-on-the-hour={start % 60 === 0 || undefined}
                data-painting={painting ? (stroke?.added ? 'added' : 'taken') : undefined}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof HTMLElement)) return null;
  const { day, from } = target.dataset;
  return day === undefined || from === undefined ? null : { day: Number(day), from: Number(from) };
}

function moved({ day, from }: Place, key: string, shown: { from: number; to: number }): Place | null {
  switch (key) {
    case 'ArrowLeft':
      return { day: Math.max(1, day - 1), from };
    case 'ArrowRight':
      return { day: Math.min(7, day + 1), from };
    case 'ArrowUp':
      return { day, from: Math.max(shown.from, from - cellMinutes) };
    case 'ArrowDown':
      return { day, from: Math.min(shown.to - cellMinutes, from + cellMinutes) };
    case 'Home':
      return { day: 1, from };
    case 'End':
      return { day: 7, from };
    default:
      return null;
  }
}
