import { levelOf } from '../matching/shortfall.js';
import type { Need } from '../need/need.js';
import type { ListingDetails } from '../supply/assistant.js';

/** What a business asked for and this assistant's listing doesn't name; whatever a need insists on is there, or she couldn't be proposed. */
export interface NotCovered {
  /** Duties that are priced and not among those that she offers. */
  readonly dutyCodes: readonly string[];
  /** Preferred skills that she doesn't list, or lists below the level; `level` is null without. */
  readonly skills: readonly { readonly skillCode: string; readonly minLevel: number; readonly level: number | null }[];
}

export function notCoveredBy(
  { dutyCodes, skills }: Pick<ListingDetails, 'dutyCodes' | 'skills'>,
  need: Pick<Need, 'lines' | 'preferredSkills'>,
): NotCovered {
  return {
    dutyCodes: [...new Set(need.lines.map(({ dutyCode }) => dutyCode))].filter((code) => !dutyCodes.includes(code)),
    skills: need.preferredSkills
      .map(({ skillCode, minLevel }) => ({ skillCode, minLevel, level: levelOf(skillCode, skills) }))
      .filter(({ level, minLevel }) => level === null || level < minLevel),
  };
}
