import { marketplace } from '#access';
import {
  type Agreement,
  type CountedMinutes,
  buyHourPack,
  decideHourPack,
  type Engagement,
  type HourPack,
  type HourPackId,
  type HoursOfPeriod,
  lastDayOf,
  type PackBalance,
  packBalances,
  packsDue,
  type TimeEntry,
  versionInForce,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { EngagementTerms } from '../work-records/engagement-terms.js';
import { HourPackStore } from './hour-pack.store.js';

/** Packs of hours are bought as their periods begin, and used up by accepted time. */
@Injectable()
export class HourPacks {
  constructor(
    private readonly database: ApiDatabase,
    private readonly packs: HourPackStore,
    private readonly absences: AbsenceStore,
    private readonly terms: EngagementTerms,
  ) {}

  /** Buys what has begun and isn't bought, and notes when to look again. The caller has locked the engagement. */
  async buyDue(
    scope: Scope,
    { agreement, engagement }: { readonly agreement: Agreement; readonly engagement: Engagement },
    now: string,
  ): Promise<void> {
    const version = versionInForce(agreement);
    const { agreementId, businessId, agencyId } = agreement;
    if (version === null || engagement.status === 'ended') {
      await this.terms.notePacksDue(scope, agreementId, null);
      return;
    }
    const covered = await this.packs.covered(scope, agreementId);
    const absences = (await this.absences.timeOfEngagement(agreementId)).filter(
      ({ assistantId }) => assistantId === engagement.assistantId,
    );
    const lastDayOn = lastDayOf(engagement, version.terms);
    const { buy, againAt } = packsDue({ version, lastDayOn, absences, covered, now });
    const mayBuy = buy.length > 0 && (await this.isVerified(agencyId));
    if (mayBuy) {
      const parties = { agreementId, businessId, agencyId, assistantId: engagement.assistantId };
      const bought = buy.map((pack) => {
        const hourPackId = uuidv7() as HourPackId;
        return { id: hourPackId, facts: buyHourPack({ type: 'buyHourPack', hourPackId, ...parties, ...pack, now }) };
      });
      await this.packs.createMany(scope, bought);
    }
    await this.terms.notePacksDue(scope, agreementId, buy.length > 0 && !mayBuy ? now : againAt);
  }

  /** Hours of a period as they are taken from its pack, where there is one. */
  async packed(
    scope: Scope,
    hours: HoursOfPeriod,
    { engagementId, entryId }: { readonly engagementId: string; readonly entryId: string },
  ): Promise<HoursOfPeriod> {
    const all = await this.packs.counted(scope, engagementId, hours.lineId, entryId);
    const index = all.findIndex(({ pack }) => pack.startsAt === hours.startsAt);
    if (index < 0) return hours;
    const { hourPackId } = all[index]!.pack;
    return { ...hours, ceilingMinutes: packBalances(all)[index]!.availableMinutes, pack: { hourPackId } };
  }

  /** What others take of the hours that an entry is taken from, where they are a pack's; null where they aren't. */
  async countedBeside(scope: Scope, entry: TimeEntry): Promise<CountedMinutes | null> {
    if (!('hours' in entry) || entry.hours.pack === undefined) return null;
    const { hourPackId } = entry.hours.pack;
    const all = await this.packs.counted(scope, entry.agreementId, entry.lineId, entry.timeEntryId);
    const index = all.findIndex(({ pack }) => pack.hourPackId === hourPackId);
    const [found, balance] = [all[index]!, packBalances(all)[index]!];
    return { ...found.counted, packedMinutes: balance.availableMinutes };
  }

  /** The packs of a line with what became of their minutes, the earliest first. */
  async balances(
    scope: Scope,
    engagementId: string,
    lineId: string,
  ): Promise<{ pack: HourPack; balance: PackBalance }[]> {
    const all = await this.packs.counted(scope, engagementId, lineId, null);
    const balances = packBalances(all);
    return all.map(({ pack }, index) => ({ pack, balance: balances[index]! }));
  }

  /** An entry has changed: tells once of each share of its pack that is used. The caller has locked the engagement. */
  async follow(scope: Scope, entry: TimeEntry): Promise<void> {
    if (entry.status !== 'accepted' || entry.hours.pack === undefined) return;
    const { acceptedAt: now } = entry;
    const { hourPackId } = entry.hours.pack;
    const all = await this.packs.counted(scope, entry.agreementId, entry.lineId, null);
    const index = all.findIndex(({ pack }) => pack.hourPackId === hourPackId);
    const { counted } = all[index]!;
    const { availableMinutes } = packBalances(all)[index]!;
    await this.packs.update(scope, hourPackId, null, (pack) =>
      decideHourPack({ type: 'countHourPack', usedMinutes: counted.accepted, availableMinutes, now }, pack),
    );
  }

  private async isVerified(agencyId: string): Promise<boolean> {
    const found = await this.database.transaction(marketplace, (tx) =>
      tx.query(`SELECT FROM api.agency WHERE id = $1 AND status = 'verified'`, [agencyId]),
    );
    return found.length > 0;
  }
}
