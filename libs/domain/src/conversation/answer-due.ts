import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import { workingSpans } from '../supply/work-calendar.js';
import type { AnsweringTime } from './message.js';

const dayMinutes = 24 * 60;
/** Whoever has no hours within two months is not measured by them. */
const longestLookDays = 62;

/**
 * By when a question asked at an instant has its answer: so many minutes of the assistant's working hours later, as she
 * has them now. Without hours the clock's minutes count.
 */
export function answerDueAt(askedAt: string, { targetMinutes, calendar }: AnsweringTime): string {
  const asked = Math.ceil(instantMs(askedAt) / minuteMs);
  if (calendar !== null) {
    const spans = workingSpans(calendar, asked, asked + longestLookDays * dayMinutes);
    let left = targetMinutes;
    for (let index = 0; index < spans.length; index += 2) {
      const [start, end] = [spans[index]!, spans[index + 1]!];
      if (end - start >= left) return instantOf((start + left) * minuteMs);
      left -= end - start;
    }
  }
  return instantOf((asked + targetMinutes) * minuteMs);
}
