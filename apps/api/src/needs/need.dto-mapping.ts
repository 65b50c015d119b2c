import type { DraftNeedDto, NeedDto, NeedHoursDto, NeedOutlineDto, UpdateNeedDto } from '#contracts';
import {
  type AgencyId,
  blankNeed,
  hoursOf,
  languageOf,
  lineOf,
  type Need,
  type NeedDetails,
  type NeedHours,
  type NeedStatus,
  type OfferedDuties,
  wordsAfter,
} from '#domain';
import type { Versioned } from '#platform/database';

export function needDetails(dto: DraftNeedDto, duties: OfferedDuties): NeedDetails {
  const changes = needChanges(dto, blankNeed, duties);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...blankNeed, ...given, invitedAgencyIds: (dto.invitedAgencyIds ?? []) as AgencyId[] };
}

/** Undefined for what the client didn't name; null takes back what was said before. */
export function needChanges(
  dto: UpdateNeedDto,
  before: NeedDetails,
  duties: OfferedDuties,
): Partial<Omit<NeedDetails, 'invitedAgencyIds'>> {
  const words = wordsAfter(dto, before.words);
  const language = languageOf(words === undefined ? before.words : words);
  return {
    words,
    lines: listed(dto.lines)?.map((line) => lineOf(line, language, duties)),
    requiredSkills: listed(dto.requiredSkills),
    preferredSkills: listed(dto.preferredSkills),
    requiredLanguages: listed(dto.requiredLanguages)?.map(({ language: code, level }) => ({
      language: code,
      minLevel: level,
    })),
    hours: dto.hours ? hoursOf(dto.hours) : dto.hours,
    startsOn: dto.startsOn,
    endsOn: dto.endsOn,
    minOverlapMinutesPerWeek: orElse(dto.minOverlapMinutesPerWeek, 0),
    hourlyRateCap: dto.hourlyRateCap as NeedDetails['hourlyRateCap'] | undefined,
    channels: listed(dto.channels),
    context: orElse(
      dto.context && {
        sector: dto.context.sector,
        tools: dto.context.tools,
        currentFirstResponseMinutes: dto.context.currentFirstResponseMinutes ?? null,
      },
      blankNeed.context,
    ),
    openToProposals: orElse(dto.openToProposals, false),
    excludedAgencyIds: listed(dto.excludedAgencyIds) as AgencyId[] | undefined,
  };
}

/** What null stands for where a need has no null of its own. */
const orElse = <Value>(value: Value | null | undefined, absent: Value): Value | undefined =>
  value === null ? absent : value;

const listed = <Item>(items: Item[] | null | undefined): Item[] | undefined => orElse(items, []);

export function needDto({ state, version }: Versioned<Need>): NeedDto {
  const { status, needId: id, businessId } = state;
  const postedAt = status === 'draft' ? null : (state.postedAt ?? null);
  const closed = status === 'closed' ? state : null;
  return {
    ...needOutline(state, { id, status, postedAt, version }),
    businessId,
    words: state.words?.text ?? null,
    language: state.words?.language ?? null,
    invitedAgencyIds: [...state.invitedAgencyIds],
    excludedAgencyIds: [...state.excludedAgencyIds],
    closedAt: closed?.closedAt ?? null,
    closeReason: closed?.reason ?? null,
  };
}

export function needOutline(
  details: NeedDetails,
  identity: { id: string; status: NeedStatus; postedAt: string | null; version: number },
): NeedOutlineDto {
  const { context } = details;
  return {
    ...identity,
    lines: details.lines.map((line) => ({ ...line, asNeeded: line.asNeeded === true })),
    requiredSkills: details.requiredSkills.map((skill) => ({ ...skill })),
    preferredSkills: details.preferredSkills.map((skill) => ({ ...skill })),
    requiredLanguages: details.requiredLanguages.map(({ language, minLevel }) => ({ language, level: minLevel })),
    hours: details.hours && hoursDto(details.hours),
    minOverlapMinutesPerWeek: details.minOverlapMinutesPerWeek,
    startsOn: details.startsOn,
    endsOn: details.endsOn,
    hourlyRateCap: details.hourlyRateCap,
    channels: [...details.channels],
    context: { ...context, tools: [...context.tools] },
    openToProposals: details.openToProposals,
  };
}

function hoursDto(hours: NeedHours): NeedHoursDto {
  return hours.kind === 'weekly' ? { ...hours, weekly: hours.weekly.map((entry) => ({ ...entry })) } : { ...hours };
}
