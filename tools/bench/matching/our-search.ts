import { defaultRankingLimits, type NeedToMatch, type Shortlist } from '#domain';
import { SupplyRanking } from '../../../apps/matcher/src/ranking/search/rank-supply.js';
import { SharedCalendars } from '../../../apps/matcher/src/ranking/search/shared-calendars.js';
import { SupplyColumns } from '../../../apps/matcher/src/supply/columns/supply-columns.js';
import type { Contestant } from './contestant.js';
import { agencyIdOf, type Market } from './market.js';

/** The matcher's own search, with explanations and near misses: what a business gets. */
export class OurSearch implements Contestant {
  readonly name = 'Ajudant';
  readonly leavesOut = 'nothing';
  private readonly ranking: SupplyRanking;

  private constructor(
    private readonly market: Market,
    readonly columns: SupplyColumns,
  ) {
    this.ranking = new SupplyRanking(columns, new SharedCalendars());
  }

  static open(market: Market, step: (text: string) => void): Promise<OurSearch> {
    const started = performance.now();
    const columns = new SupplyColumns(market.context().rates);
    for (let number = 0; number < market.agencies; number += 1) {
      columns.setAgency(agencyIdOf(number), market.agency(number));
    }
    for (let number = 0; number < market.assistants; number += 1) columns.put(market.assistant(number));
    const seconds = (performance.now() - started) / 1_000;
    step(`Ajudant: ${market.assistants} assistants in ${seconds.toFixed(1)} s, making them up included`);
    return Promise.resolve(new OurSearch(market, columns));
  }

  rank(need: NeedToMatch): Shortlist {
    return this.ranking.rank(need, this.market.context(), defaultRankingLimits);
  }

  find(need: NeedToMatch): Promise<readonly string[]> {
    return Promise.resolve(this.rank(need).entries.map(({ assistantId }) => assistantId));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
