import { decideBy, type Deciders } from '../deciders.js';
import { unexpectedFact, uphold } from '../policy.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import type { Absence, AbsenceCommand, AbsenceFact, AbsenceReport, AbsenceReported } from './absence.js';
import { endPolicies, noShowPolicies, reportPolicies, withdrawalPolicies } from './absence.policies.js';

/** Clocks of people know no seconds. */
const wholeMinute = (at: string): string => instantOf(Math.floor(instantMs(at) / minuteMs) * minuteMs);

/** That somebody can't, or didn't come. @throws DomainError `absence.…` */
export function reportAbsence(report: AbsenceReport): AbsenceFact[] {
  const { absenceId, agencyId, assistantId, reportedBy, userId, businessIds, now } = report;
  const by = { absenceId, agencyId, assistantId, reportedBy, userId, reportedAt: now, businessIds };
  if (report.type === 'reportNoShow') {
    uphold(noShowPolicies, report);
    const { startAt: startsAt, endAt: endsAt } = report.slot!;
    return [{ type: 'absenceReported', ...by, kind: 'no-show', agreementId: report.agreementId, startsAt, endsAt }];
  }
  const startsAt = wholeMinute(report.startsAt);
  const endsAt = report.endsAt === null ? null : wholeMinute(report.endsAt);
  uphold(reportPolicies, { ...report, startsAt, endsAt });
  const { kind, agreementId } = report;
  return [{ type: 'absenceReported', ...by, kind, agreementId, startsAt, endsAt } satisfies AbsenceReported];
}

/** What can happen to an absence once it is reported. @throws DomainError `absence.…` */
export const decideAbsence = (command: AbsenceCommand, absence: Absence): AbsenceFact[] =>
  decideBy(deciders, command, absence);

const deciders: Deciders<AbsenceCommand, Absence, AbsenceFact> = {
  endAbsence(command, absence) {
    // Whoever comes back within the minute in which it began was away for that one.
    const first = instantMs(absence.startsAt) + minuteMs;
    const endsAt = instantOf(Math.max(instantMs(wholeMinute(command.endsAt)), first));
    uphold(endPolicies, { command: { ...command, endsAt }, absence });
    return endsAt === absence.endsAt ? [] : [{ type: 'absenceEndSet', by: command.by, endsAt, setAt: command.now }];
  },
  withdrawAbsence(command, absence) {
    uphold(withdrawalPolicies, { command, absence });
    return [{ type: 'absenceWithdrawn', withdrawnAt: command.now }];
  },
};

/** The absence after one more fact. */
export function evolveAbsence(absence: Absence | null, fact: AbsenceFact): Absence {
  if (fact.type === 'absenceReported') {
    if (absence) return unexpectedFact(fact, absence.status);
    const { type: _, ...reported } = fact;
    return { status: 'reported', ...reported };
  }
  if (absence?.status !== 'reported') return unexpectedFact(fact, absence?.status ?? 'nothing');
  switch (fact.type) {
    case 'absenceEndSet':
      return { ...absence, endsAt: fact.endsAt };
    case 'absenceWithdrawn':
      return { ...absence, status: 'withdrawn', withdrawnAt: fact.withdrawnAt };
    default:
      return fact satisfies never;
  }
}
