import {
  type AgencyId,
  type AssistantId,
  type Candidate,
  dayMs,
  decideAssistant,
  demand,
  DomainError,
  instantMs,
  instantOf,
  type Money,
  normaliseInstant,
  spansOfSlots,
} from '#domain';
import { bodyReader } from '#platform/http';
import { knownFields } from '../known-fields.js';
import type { LineIds } from './line-ids.js';
import { KnownReviewsDto, KnownWorkDto, SupplyLineDto } from './supply-line.dto.js';

/** Of the API's answers, what no matching looks at. */
const ofNoUse = [
  'displayName', 'professionalTitle', 'countryCode', 'externalRef', 'createdAt', 'version', 'agencyName',
] as const; // prettier-ignore

/** Without a date a listing counts as one that isn't fresh any more. */
const unlistedDays = 180;

const readSupply = bodyReader(SupplyLineDto);

export interface SupplyDefaults {
  readonly now: string;
  /** Asked for each listed assistant of whom nothing is said about a clearance. */
  readonly clearedUntil: () => string;
  readonly leftOut: (name: string) => void;
}

/**
 * An assistant as the ranking sees it; null for one who isn't listed.
 * @throws DomainError with the fields that don't fit
 */
export function candidateOf(
  value: unknown,
  line: number,
  ids: LineIds,
  { now, clearedUntil, leftOut }: SupplyDefaults,
): Candidate | null {
  const fields = knownFields(value, SupplyLineDto, ofNoUse, leftOut);
  const dto = readSupply(fields);
  const { listing, daysOff } = checkedListing(dto, now);
  const reviews = reviewsOf(dto.reviews);
  const known = clearanceOf(dto);
  const listedAt = dto.listedAt ? normaliseInstant(dto.listedAt, ['listedAt']) : notFresh(now);
  const busy = Int32Array.from(spansOfSlots(slotsOf(dto)));
  const assistantId = ids.take({ ...dto }, line);
  if ((dto.status ?? 'published') !== 'published') return null;
  return {
    assistantId: assistantId as AssistantId,
    // Whoever names no agency shares none with anybody.
    agencyId: (dto.agencyId ?? assistantId) as AgencyId,
    agencyStatus: dto.agencyStatus ?? 'verified',
    calendarVersion: 1,
    timeZone: listing.timeZone,
    weeklyHours: listing.weeklyHours,
    daysOff,
    weeklyCapacityMinutes: listing.weeklyCapacityMinutes,
    skills: listing.skills,
    dutyCodes: listing.dutyCodes,
    languages: listing.languages,
    hourlyRate: listing.hourlyRate,
    instantBooking: listing.instantBooking,
    listedAt,
    clearedUntil: known === undefined ? clearedUntil() : known,
    busy,
    // A file says what is taken in one.
    elsewhere: [],
    reviews,
    work: workOf(dto.work),
    responses: dto.responses ?? { answered: 0, missed: 0 },
  };
}

/** Until when the workplace is cleared; null: it isn't; undefined: nothing is said. */
function clearanceOf({ clearedUntil, clearance }: SupplyLineDto): string | null | undefined {
  if (clearedUntil !== undefined) return clearedUntil && normaliseInstant(clearedUntil, ['clearedUntil']);
  if (clearance === undefined) return undefined;
  return clearance?.validUntil ? normaliseInstant(clearance.validUntil, ['clearance', 'validUntil']) : null;
}

const notFresh = (now: string): string => instantOf(instantMs(now) - unlistedDays * dayMs);

/** The marketplace's own rules for a listing, with a catalogue that has whatever codes the line names. */
function checkedListing(dto: SupplyLineDto, now: string) {
  const skills = dto.skills ?? [];
  const dutyCodes = [...new Set(dto.dutyCodes)];
  const listing = {
    // Names are of no use here, and their absence no fault.
    displayName: '-',
    professionalTitle: '-',
    countryCode: 'ZZ',
    externalRef: null,
    timeZone: dto.timeZone,
    weeklyHours: dto.weeklyHours,
    weeklyCapacityMinutes: dto.weeklyCapacityMinutes,
    skills,
    dutyCodes,
    languages: dto.languages ?? [],
    hourlyRate: dto.hourlyRate as Money,
    instantBooking: dto.instantBooking ?? false,
  };
  const catalogue = {
    dutyCodes: new Set(dutyCodes),
    retiredDutyCodes: new Set<string>(),
    skillCodes: new Set(skills.map(({ skillCode }) => skillCode)),
  };
  const draft = {
    type: 'draftAssistant',
    assistantId: '' as AssistantId,
    agencyId: '' as AgencyId,
    listing,
    daysOff: dto.daysOff ?? [],
    now,
  } as const;
  const [fact] = decideAssistant(draft, null, { agencyStatus: 'verified', catalogue });
  if (fact?.type !== 'assistantDrafted') throw new Error('A draft is one fact.');
  return fact;
}

function slotsOf({ bookings }: SupplyLineDto) {
  return (bookings ?? []).map(({ startAt, endAt }, index) => {
    const at = ['bookings', index];
    const [start, end] = [instantMs(startAt, [...at, 'startAt']), instantMs(endAt, [...at, 'endAt'])];
    demand(end > start, 'time.empty-slot', { at });
    return { startAt: instantOf(start), endAt: instantOf(end) };
  });
}

function workOf({ runs, onTime }: KnownWorkDto = { runs: 0, onTime: 0 }): Candidate['work'] {
  if (onTime > runs) {
    const detail = 'No more work is done on time than fell due.';
    throw new DomainError('request.invalid', { errors: [{ pointer: '/work/onTime', code: 'range', detail }] });
  }
  return { runs, onTime };
}

function reviewsOf(reviews: KnownReviewsDto | undefined): Candidate['reviews'] {
  const { count = 0, mean, scoreSum } = reviews ?? {};
  if (count === 0) return { count, scoreSum: 0 };
  const sum = scoreSum ?? (typeof mean === 'number' ? mean * count : null);
  if (sum === null || sum < count || sum > 5 * count) {
    const detail = 'Reviews have a `mean` from 1 to 5, or a `scoreSum` that their number makes possible.';
    throw new DomainError('request.invalid', { errors: [{ pointer: '/reviews', code: 'range', detail }] });
  }
  return { count, scoreSum: sum };
}
