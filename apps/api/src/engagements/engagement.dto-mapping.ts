import type { AssistantScorecardDto, DutyRunDto, EngagementDto, MarkDutyRunDoneDto, ScorecardDto } from '#contracts';
import {
  type AbsentTime,
  absencesOfRun,
  type DutyRun,
  type Engagement,
  lateAt,
  normaliseInstant,
  owedUnits,
  type Score,
  type Scorecard,
  type ScoreInTime,
} from '#domain';
import type { Versioned } from '#platform/database';
import { partiesOf } from '../parties-of.js';
import type { ReportedWork } from './mark-duty-run-done.js';

export const reportedWork = (dto: MarkDutyRunDoneDto, now: string): ReportedWork => ({
  quantity: dto.quantity,
  minutes: dto.minutes,
  evidence: dto.evidence,
  doneAt: dto.doneAt === undefined ? now : normaliseInstant(dto.doneAt, ['doneAt']),
});

export function engagementDto({
  state,
  version,
  endsOn,
}: Versioned<Engagement> & { readonly endsOn: string }): EngagementDto {
  const ended = state.status === 'ended' ? state : null;
  return {
    id: state.engagementId,
    agreementId: state.engagementId,
    ...partiesOf(state),
    firstBookingId: state.firstBookingId,
    status: state.status,
    startedAt: state.startedAt,
    endsOn,
    notice: state.notice ? { ...state.notice } : null,
    endedAt: ended?.endedAt ?? null,
    endedBy: ended?.endedBy ?? null,
    endReason: ended?.reason ?? null,
    version,
  };
}

/** @param absences of its assistant */
export function dutyRunDto(
  { state, version }: Versioned<DutyRun>,
  absences: readonly AbsentTime[],
  now: string,
): DutyRunDto {
  const away = absencesOfRun(state, absences);
  const { lineId, dutyCode, description, unit, doneCriterion, volume, unitPrice } = state;
  const worked = 'evidence' in state ? state : null;
  const accepted = state.status === 'accepted' ? state : null;
  return {
    id: state.dutyRunId,
    engagementId: state.agreementId,
    lineId,
    dutyCode,
    description,
    unit,
    doneCriterion,
    volume,
    unitPrice,
    agreementVersion: state.versionNumber,
    periodFrom: state.periodStartsOn,
    periodTo: state.periodEndsOn,
    opensAt: state.startsAt,
    dueAt: state.dueAt,
    lateAt: lateAt(state, away),
    owed: worked === null ? owedUnits(state, away, now) : (worked.owed ?? volume),
    status: state.status,
    quantity: worked?.quantity ?? null,
    minutes: worked?.minutes ?? null,
    evidence: [...(worked?.evidence ?? [])],
    doneAt: worked?.doneAt ?? null,
    silenceAcceptsAt: state.status === 'done' ? state.silenceAcceptsAt : null,
    timesReturned: state.timesReturned,
    returnReason: state.status === 'returned' ? state.reason : null,
    quality: accepted?.quality ?? null,
    acceptedAt: accepted?.acceptedAt ?? null,
    acceptedBySilence: accepted?.bySilence ?? false,
    rest: accepted?.rest ?? null,
    carriedFrom: state.carriedFrom,
    disputeId: state.disputeId ?? null,
    invoiceId: accepted?.invoiceId ?? null,
    version,
  };
}

export const scorecardDto = (engagementId: string, { lines, ...score }: Scorecard): ScorecardDto => ({
  engagementId,
  ...scoreInTimeDto(score),
  lines: lines.map(({ lineId, ...lineScore }) => ({ lineId, ...scoreInTimeDto(lineScore) })),
});

const scoreInTimeDto = ({ months, ...score }: ScoreInTime) => ({
  ...scoreDto(score),
  months: months.map(({ month, ...monthScore }) => ({ month, ...scoreDto(monthScore) })),
});

/** Of all that somebody did, line or no line. */
export const assistantScorecardDto = (
  assistantId: string,
  engagements: number,
  { lines: _lines, ...score }: Scorecard,
): AssistantScorecardDto => ({ assistantId, engagements, ...scoreInTimeDto(score) });

function scoreDto({ qualityHundredths, ...score }: Score) {
  return { ...score, meanQuality: qualityHundredths === null ? null : qualityHundredths / 100 };
}
