import type { DraftNeedDto, NeedDto, NeedHoursDto, NeedLineDto, NeedOutlineDto, UpdateNeedDto } from '#contracts';
import {
  type AgencyId,
  type CatalogueLanguage,
  DomainError,
  type Need,
  type NeedDetails,
  type NeedHours,
  type NeedLine,
  type NeedStatus,
  type PlainWords,
} from '#domain';
import type { Versioned } from '#platform/database';
import type { Duties } from '../catalogue/duty-catalogue.js';

export const emptyNeed: NeedDetails = {
  words: null,
  lines: [],
  requiredSkills: [],
  requiredLanguages: [],
  hours: null,
  startsOn: null,
  endsOn: null,
  minOverlapMinutesPerWeek: 0,
  hourlyRateCap: null,
  channels: [],
  context: { sector: null, tools: [], currentFirstResponseMinutes: null },
  openToProposals: false,
  invitedAgencyIds: [],
  excludedAgencyIds: [],
};

export function needDetails(dto: DraftNeedDto, duties: Duties): NeedDetails {
  const changes = needChanges(dto, emptyNeed, duties);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...emptyNeed, ...given, invitedAgencyIds: (dto.invitedAgencyIds ?? []) as AgencyId[] };
}

/** Undefined for what the client didn't name; null takes back what was said before. */
export function needChanges(
  dto: UpdateNeedDto,
  before: NeedDetails,
  duties: Duties,
): Partial<Omit<NeedDetails, 'invitedAgencyIds'>> {
  const words = wordsOf(dto, before);
  const language = (words === undefined ? before.words : words)?.language ?? 'en';
  return {
    words,
    lines: listed(dto.lines)?.map((line) => lineOf(line, language, duties)),
    requiredSkills: listed(dto.requiredSkills),
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
      emptyNeed.context,
    ),
    openToProposals: orElse(dto.openToProposals, false),
    excludedAgencyIds: listed(dto.excludedAgencyIds) as AgencyId[] | undefined,
  };
}

/** What null stands for where a need has no null of its own. */
const orElse = <Value>(value: Value | null | undefined, absent: Value): Value | undefined =>
  value === null ? absent : value;

const listed = <Item>(items: Item[] | null | undefined): Item[] | undefined => orElse(items, []);

function wordsOf(dto: UpdateNeedDto, before: NeedDetails): PlainWords | null | undefined {
  const { words: text, language } = dto;
  if (text === null) return null;
  if (text !== undefined) return { text, language: language ?? null };
  if (language === undefined) return undefined;
  if (before.words === null) throw new DomainError('need.words-missing', { at: ['words'] });
  return { text: before.words.text, language };
}

function lineOf({ doneCriterion, ...line }: NeedLineDto, language: CatalogueLanguage, duties: Duties): NeedLine {
  // A duty that the catalogue doesn't know is refused by the domain.
  const usual = duties.duty(line.dutyCode)?.doneCriterion[language] ?? '-';
  return { ...line, doneCriterion: doneCriterion ?? usual };
}

function hoursOf({ kind, timeZone, weekly, startAt, endAt }: NeedHoursDto): NeedHours {
  if (kind === 'weekly' && weekly && !startAt && !endAt) return { kind, timeZone, weekly };
  if (kind === 'window' && startAt && endAt && !weekly) return { kind, timeZone, startAt, endAt };
  throw new DomainError('need.incomplete-hours', { at: ['hours'] });
}

export function needDto({ state, version }: Versioned<Need>): NeedDto {
  const { status, needId: id, businessId } = state;
  const postedAt = status === 'posted' ? state.postedAt : null;
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
    lines: details.lines.map((line) => ({ ...line })),
    requiredSkills: details.requiredSkills.map((skill) => ({ ...skill })),
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
