import type { Assistant } from '../roster/roster-queries';
import type { OpenNeed } from './open-need-queries';

/** How an assistant of the agency meets an open need. */
export interface Fit {
  readonly assistant: Assistant;
  /** Of the need's duties, how many she does. */
  readonly duties: number;
}

/** Who of the agency's listed assistants does any of it, for no more than the cap: who does most first, then who costs least. */
export function fitsOf(need: OpenNeed, assistants: readonly Assistant[]): readonly Fit[] {
  const { hourlyRateCap: cap } = need;
  const isAffordable = ({ hourlyRate }: Assistant): boolean =>
    cap === null || hourlyRate.currency !== cap.currency || hourlyRate.amountMinor <= cap.amountMinor;
  return assistants
    .filter((assistant) => assistant.status === 'published' && isAffordable(assistant))
    .map((assistant) => ({
      assistant,
      duties: need.lines.filter(({ dutyCode }) => assistant.dutyCodes.includes(dutyCode)).length,
    }))
    .filter(({ duties }) => duties > 0)
    .sort(
      (one, other) =>
        other.duties - one.duties || one.assistant.hourlyRate.amountMinor - other.assistant.hourlyRate.amountMinor,
    );
}
