import {
  type AgencyId,
  blankNeed,
  type BusinessId,
  decideNeed,
  evolveNeed,
  hoursOf,
  type Money,
  type NeedDetails,
  type NeedId,
  type NeedToMatch,
} from '#domain';
import { bodyReader } from '#platform/http';
import { knownFields } from '../known-fields.js';
import type { LineIds } from './line-ids.js';
import { NeedFileLineDto } from './need-line.dto.js';

/** Of the API's answers and requests, what no matching looks at. */
const ofNoUse = [
  'businessId', 'status', 'words', 'language', 'channels', 'context', 'openToProposals', 'invitedAgencyIds', 'postedAt',
  'closedAt', 'closeReason', 'invited', 'sector', 'countryCode', 'version',
] as const; // prettier-ignore

const readNeed = bodyReader(NeedFileLineDto);

/** A need as the ranking sees it. @throws DomainError with the fields that don't fit */
export function needOf(
  value: unknown,
  line: number,
  ids: LineIds,
  { now, leftOut }: { readonly now: string; readonly leftOut: (name: string) => void },
): NeedToMatch {
  const fields = knownFields(value, NeedFileLineDto, ofNoUse, leftOut);
  const dto = readNeed(fields);
  const posted = postedNeed(detailsOf(dto), now);
  const needId = ids.take({ ...dto }, line) as NeedId;
  const { lines, requiredSkills, preferredSkills, requiredLanguages, hours, startsOn, endsOn } = posted;
  const { minOverlapMinutesPerWeek, hourlyRateCap, excludedAgencyIds } = posted;
  const term = { hours, startsOn, endsOn, minOverlapMinutesPerWeek };
  const skills = { requiredSkills, preferredSkills };
  return { needId, lines, ...skills, requiredLanguages, ...term, hourlyRateCap, excludedAgencyIds };
}

function detailsOf(dto: NeedFileLineDto): NeedDetails {
  return {
    ...blankNeed,
    lines: (dto.lines ?? []).map((line) => ({ ...line, doneCriterion: line.doneCriterion ?? '-' })),
    requiredSkills: dto.requiredSkills ?? [],
    preferredSkills: dto.preferredSkills ?? [],
    requiredLanguages: (dto.requiredLanguages ?? []).map(({ language, level }) => ({ language, minLevel: level })),
    hours: dto.hours ? hoursOf(dto.hours) : null,
    startsOn: dto.startsOn ?? null,
    endsOn: dto.endsOn ?? null,
    minOverlapMinutesPerWeek: dto.minOverlapMinutesPerWeek ?? 0,
    hourlyRateCap: (dto.hourlyRateCap ?? null) as Money | null,
    // Where people talk is of no use here, and its absence no fault.
    channels: ['email'],
    excludedAgencyIds: (dto.excludedAgencyIds ?? []) as AgencyId[],
  };
}

/** The marketplace's own rules for a need that is posted, with a catalogue that has whatever codes the line names. */
function postedNeed(details: NeedDetails, now: string) {
  const catalogue = {
    dutyCodes: new Set(details.lines.map(({ dutyCode }) => dutyCode)),
    retiredDutyCodes: new Set<string>(),
    skillCodes: new Set([...details.requiredSkills, ...details.preferredSkills].map(({ skillCode }) => skillCode)),
  };
  const identity = { needId: '' as NeedId, businessId: '' as BusinessId };
  const drafted = decideNeed({ type: 'draftNeed', ...identity, details, now }, null, { catalogue });
  const draft = drafted.reduce(evolveNeed, null);
  const need = decideNeed({ type: 'postNeed', now }, draft, { catalogue }).reduce(evolveNeed, draft);
  if (need?.status !== 'posted') throw new Error('Posting a draft makes a posted need.');
  return need;
}
