import { instantMs, instantOf, minuteMs } from './instant.js';
import type { Slot } from './slot.js';

/**
 * Disjoint stretches of time in order, as pairs [start, end) of UTC minutes since 1970: the form in which calendars are
 * compared. Plain numbers, since the matcher compares a thousand calendars at a time.
 */
export type Spans = readonly number[] | Int32Array;

/** Sorts and merges; adjacent stretches become one. */
export function spansOf(pairs: readonly (readonly [start: number, end: number])[]): number[] {
  const spans: number[] = [];
  for (const [start, end] of [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (end <= start) continue;
    if (spans.length && start <= spans.at(-1)!) spans[spans.length - 1] = Math.max(spans.at(-1)!, end);
    else spans.push(start, end);
  }
  return spans;
}

/** What one or the other covers. */
export function unionOfSpans(one: Spans, other: Spans): Spans {
  if (other.length === 0) return one;
  const pairs = [one, other].flatMap((spans) =>
    Array.from({ length: spans.length / 2 }, (_, index) => [spans[index * 2]!, spans[index * 2 + 1]!] as const),
  );
  return spansOf(pairs);
}

/** Slots as spans; what begins or ends within a minute takes the whole minute. */
export function spansOfSlots(slots: readonly Slot[]): number[] {
  return spansOf(
    slots.map(({ startAt, endAt }) => [
      Math.floor(instantMs(startAt) / minuteMs),
      Math.ceil(instantMs(endAt) / minuteMs),
    ]),
  );
}

export function slotsOfSpans(spans: Spans): Slot[] {
  const slots: Slot[] = [];
  for (let index = 0; index < spans.length; index += 2) {
    slots.push({ startAt: instantOf(spans[index]! * minuteMs), endAt: instantOf(spans[index + 1]! * minuteMs) });
  }
  return slots;
}

/** `from` without what `removed` covers. */
export function subtractSpans(from: Spans, removed: Spans): number[] {
  const left: number[] = [];
  let skip = 0;
  for (let index = 0; index < from.length; index += 2) {
    let start = from[index]!;
    const end = from[index + 1]!;
    while (skip < removed.length && removed[skip + 1]! <= start) skip += 2;
    for (let at = skip; at < removed.length && removed[at]! < end; at += 2) {
      if (removed[at]! > start) left.push(start, removed[at]!);
      start = Math.max(start, removed[at + 1]!);
    }
    if (start < end) left.push(start, end);
  }
  return left;
}

export function intersectSpans(a: Spans, b: Spans): number[] {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(a[i + 1]!, b[j + 1]!);
    if (start < end) shared.push(start, end);
    if (a[i + 1]! <= b[j + 1]!) i += 2;
    else j += 2;
  }
  return shared;
}

/** Index in `spans` of the first pair that ends after a minute; their length if none does. */
export function firstSpanEndingAfter(spans: Spans, minute: number): number {
  let [low, high] = [0, spans.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle * 2 + 1]! > minute) high = middle;
    else low = middle + 1;
  }
  return low * 2;
}

export function spanMinutes(spans: Spans): number {
  let minutes = 0;
  for (let index = 0; index < spans.length; index += 2) minutes += spans[index + 1]! - spans[index]!;
  return minutes;
}
