import type { Abilities } from '../capability/capability.js';
import type { Money } from '../billing/money/money.js';
import type { AgencyId, AssistantId, NeedId } from '../ids.js';
import type { CompleteNeedDetails, NeedLine } from '../need/need.js';
import type { AgencyStatus } from '../organisation/agency.js';
import type { WorkCalendar } from '../supply/work-calendar.js';
import type { Spans } from '../time/spans.js';

/** A need as the matcher sees it: what was posted, and nothing about who posted it. */
export interface NeedToMatch extends Pick<
  CompleteNeedDetails,
  | 'requiredSkills'
  | 'preferredSkills'
  | 'requiredLanguages'
  | 'hours'
  | 'startsOn'
  | 'endsOn'
  | 'minOverlapMinutesPerWeek'
  | 'hourlyRateCap'
  | 'excludedAgencyIds'
> {
  readonly needId: NeedId;
  readonly lines: readonly Omit<NeedLine, 'doneCriterion'>[];
}

/** Of an assistant, what the hard filters look at. */
export interface FilteredProfile extends Abilities, WorkCalendar {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly agencyStatus: AgencyStatus;
  /** Grows whenever time zone, working hours or days off change; what was worked out from them is kept by it. */
  readonly calendarVersion: number;
  readonly hourlyRate: Money;
  /** Until when the workplace is cleared; null without a granted clearance. */
  readonly clearedUntil: string | null;
  /** Held and confirmed time, as spans of UTC minutes. */
  readonly busy: Spans;
  /** When they are busy outside of the marketplace, which takes none of the capacity that they give it. */
  readonly elsewhere: Spans;
}

/**
 * What is known of an assistant when a need is matched. Neither name nor sex nor picture is part of it, so they can't
 * enter a ranking.
 */
export interface Candidate extends FilteredProfile {
  readonly instantBooking: boolean;
  /** When the assistant was first listed. */
  readonly listedAt: string;
  readonly reviews: { readonly count: number; readonly scoreSum: number };
  /** Work of the last year that was done or should have been, over all engagements, and how much of it was done on time. */
  readonly work: { readonly runs: number; readonly onTime: number };
  /** How often the agency answered when it was invited to propose. */
  readonly responses: { readonly answered: number; readonly missed: number };
}
