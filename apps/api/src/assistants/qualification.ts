import { marketplace } from '#access';
import {
  type Assistant,
  type AgencyStatus,
  type ClearedWorkplace,
  type Disqualification,
  disqualificationOf,
  DomainError,
  type FilteredProfile,
  isClearedIn,
  type NeedToMatch,
} from '#domain';
import type { Prepared } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AssistantStore } from './assistant.store.js';
import { ComparisonRates } from './comparison-rates.js';
import { agencyStatusColumn, clearedWorkplace } from './standing-columns.js';

interface FoundRow extends Readonly<Record<string, unknown>> {
  readonly agencyStatus: AgencyStatus;
  readonly cleared: ClearedWorkplace | null;
  /** Starts and ends in turn, in UTC minutes. */
  readonly busy: readonly number[];
  readonly elsewhere: readonly number[];
}

/** Days around a need in which bookings matter, because capacity is counted in whole weeks. */
const weekMarginDays = 8;

/**
 * Whether an assistant passes the hard filters of a need: the rules of the shortlist, on the api's own tables, at the
 * moment when somebody is about to be bound by it.
 */
@Injectable()
export class Qualification {
  private statement: Prepared | null = null;

  constructor(
    private readonly database: ApiDatabase,
    private readonly assistants: AssistantStore,
    private readonly catalogue: DutyCatalogue,
    private readonly rates: ComparisonRates,
  ) {}

  /** Null for whoever passes them all. @throws DomainError `assistant.not-found` */
  async lackedBy(assistantId: string, need: NeedToMatch, now: string): Promise<Disqualification | null> {
    const profile = await this.profile(assistantId, need, now);
    const context = { rates: this.rates.current, now, indicativeMinutes: this.minutesOf(need) };
    return disqualificationOf(need, profile, context);
  }

  /** Minutes of a unit of each duty of a need, as a rule of thumb. */
  minutesOf({ lines }: Pick<NeedToMatch, 'lines'>): ReadonlyMap<string, number> {
    return new Map(lines.map(({ dutyCode }) => [dutyCode, this.catalogue.duty(dutyCode)?.indicativeMinutes ?? 0]));
  }

  /** In one statement and as the marketplace: neither side may see all of it. */
  private async profile(assistantId: string, need: NeedToMatch, now: string): Promise<FilteredProfile> {
    this.statement ??= filteredProfile(this.assistants.columns);
    const params = [assistantId, need.startsOn, need.endsOn, now];
    const [found] = await this.database.read(marketplace, (tx) => tx.query<FoundRow>(this.statement!, params));
    if (found === undefined) throw new DomainError('assistant.not-found');
    return profileOf(this.assistants.stateOf(found), found);
  }
}

function profileOf(assistant: Assistant, { agencyStatus, cleared, busy, elsewhere }: FoundRow): FilteredProfile {
  const { assistantId, agencyId, timeZone, weeklyHours, daysOff, weeklyCapacityMinutes } = assistant;
  const { skills, dutyCodes, languages, hourlyRate } = assistant;
  const holds = cleared !== null && isClearedIn(cleared, assistant.countryCode);
  return {
    assistantId,
    agencyId,
    agencyStatus,
    calendarVersion: 0,
    timeZone,
    weeklyHours,
    daysOff,
    weeklyCapacityMinutes,
    skills,
    dutyCodes,
    languages,
    hourlyRate,
    busy,
    elsewhere,
    clearedUntil: holds ? cleared.validUntil : null,
  };
}

const filteredProfile = (assistantColumns: string): Prepared => ({
  name: 'filtered-profile',
  text: `SELECT ${assistantColumns},
           ${agencyStatusColumn},
           ${clearedWorkplace} AS cleared,
           ARRAY(SELECT (extract(epoch FROM bound) / 60)::int
                   FROM (SELECT unnest(range_agg(period)) AS period FROM (
                           SELECT period FROM api.calendar_slot taken
                            WHERE taken.assistant_id = $1 AND (taken.hold_expires_at IS NULL OR taken.hold_expires_at > $4)
                           UNION ALL
                           SELECT tstzrange(starts_at, coalesce(ends_at, greatest(starts_at, $3::date + ${weekMarginDays})))
                             FROM api.absence
                            WHERE absence.assistant_id = $1 AND absence.status = 'reported' AND agreement_id IS NULL) AS gone
                          WHERE period && tstzrange($2::date - ${weekMarginDays}, $3::date + ${weekMarginDays})) AS taken,
                        LATERAL (VALUES (lower(period)), (upper(period))) AS bounds(bound)
                  ORDER BY bound) AS busy,
           ARRAY(SELECT (extract(epoch FROM bound) / 60)::int
                   FROM (SELECT unnest(range_agg(period)) AS period FROM api.outside_slot
                          WHERE assistant_id = $1 AND period && tstzrange($2::date - 1, $3::date + 2)) AS taken,
                        LATERAL (VALUES (lower(period)), (upper(period))) AS bounds(bound)
                  ORDER BY bound) AS elsewhere
           FROM api.assistant WHERE id = $1`,
});
