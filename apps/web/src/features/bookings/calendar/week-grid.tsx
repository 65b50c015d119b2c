import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useFormat } from '../../../format/use-format';
import { zoned } from '../../../format/zoned';
import { ClocksChange } from '../../../parts/clocks-change';
import { zoneName } from '../../../parts/zones';
import { useText } from '../../../texts/use-text';
import { type Cell, daysOf, timesOf } from './free-cells';
import classes from './week-grid.module.css';

const moves: Readonly<Record<string, readonly [days: number, lines: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface GridProps {
  readonly monday: string;
  readonly cells: readonly Cell[];
  readonly chosen: ReadonlySet<string>;
  /** Whose hours they are: shown beside the reader's where they differ. */
  readonly zone: string;
  /** Whether the keys are to be here from the start. */
  readonly focused: boolean;
  readonly onChoose: (startAt: string, isChosen: boolean) => void;
  readonly onTurn: (weeks: -1 | 1) => void;
}

/**
 * A week of half hours, of which the free ones can be chosen: by a click or a tap, by drawing over them with the mouse, or with the
 * arrow keys and the space bar; with Shift an arrow takes the next one along, and Page up and down turn the week.
 */
export function WeekGrid({ monday, cells, chosen, zone, focused, onChoose, onTurn }: GridProps) {
  const t = useText();
  const format = useFormat();
  const grid = useRef<HTMLTableElement>(null);
  const drawing = useRef<boolean | null>(null);
  const days = daysOf(monday);
  const times = timesOf(cells);
  const places = new Map(cells.map((cell) => [`${cell.day} ${cell.time}`, cell]));
  const at = (day: number, line: number): Cell | undefined => places.get(`${days[day]} ${times[line]}`);
  const first = cells[0];
  const [focus, setFocus] = useState<readonly [number, number] | null>(null);
  const [day, line] = focus ?? (first === undefined ? [0, 0] : [days.indexOf(first.day), times.indexOf(first.time)]);

  useEffect(() => {
    if (focused) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      onTurn(event.key === 'PageUp' ? -1 : 1);
      return;
    }
    const here = at(day, line);
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (here !== undefined) onChoose(here.startAt, !chosen.has(here.startAt));
      return;
    }
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = [clamp(day + move[0], days.length), clamp(line + move[1], times.length)] as const;
    setFocus(next);
    grid.current?.querySelector<HTMLElement>(`[data-place="${next[0]} ${next[1]}"]`)?.focus();
    const there = at(...next);
    if (event.shiftKey && there !== undefined) onChoose(there.startAt, true);
  };
  const draw = (cell: Cell, event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    if (event.type === 'pointerdown') drawing.current = !chosen.has(cell.startAt);
    if (drawing.current !== null && event.buttons === 1) onChoose(cell.startAt, drawing.current);
  };

  return (
    <table
      ref={grid}
      role="grid"
      aria-multiselectable
      aria-label={t('bookings.free-hours')}
      className={classes.grid}
      onKeyDown={onKeyDown}
      onPointerUp={() => (drawing.current = null)}
      onPointerLeave={() => (drawing.current = null)}
    >
      <thead>
        <tr>
          <th scope="col">
            <span className={classes.unseen}>{t('bookings.time')}</span>
          </th>
          {days.map((each) => (
            <th key={each} scope="col">
              <span aria-hidden>{format.weekdayOf(each, 'short')}</span>
              <b aria-hidden>{Number(each.slice(8))}</b>
              <span className={classes.unseen}>{format.longDay(each)}</span>
              <ClocksChange day={each} zone={zone} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((time, row) => (
          <tr key={time} data-hour={time.endsWith('00') || undefined}>
            <th scope="row">
              {time.endsWith('00') || row === 0 ? (
                <HourOf time={time} cells={cells} zone={zone} />
              ) : (
                <span className={classes.unseen}>{time}</span>
              )}
            </th>
            {days.map((each, column) => {
              const cell = at(column, row);
              const label = `${format.longDay(each)}, ${time}`;
              return (
                <td
                  key={each}
                  role="gridcell"
                  data-place={`${column} ${row}`}
                  tabIndex={column === day && row === line ? 0 : -1}
                  aria-label={cell === undefined ? t('bookings.not-free', { when: label }) : label}
                  aria-selected={cell === undefined ? undefined : chosen.has(cell.startAt)}
                  aria-disabled={cell === undefined}
                  onFocus={() => setFocus([column, row])}
                  {...(cell === undefined
                    ? {}
                    : {
                        onPointerDown: (event: PointerEvent) => draw(cell, event),
                        onPointerEnter: (event: PointerEvent) => draw(cell, event),
                        onPointerUp: (event: PointerEvent) => {
                          if (event.pointerType !== 'mouse') onChoose(cell.startAt, !chosen.has(cell.startAt));
                        },
                      })}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The reader's hour, and below it the hour that it is where the work is done. */
function HourOf({
  time,
  cells,
  zone,
}: {
  readonly time: string;
  readonly cells: readonly Cell[];
  readonly zone: string;
}) {
  const one = cells.find((cell) => cell.time === time);
  const theirs = one === undefined ? undefined : zoned(one.startAt, zone).time;
  return (
    <>
      {time}
      {theirs === undefined || theirs === time ? null : (
        <span className={classes.theirs} title={zoneName(zone)}>
          {theirs}
        </span>
      )}
    </>
  );
}
