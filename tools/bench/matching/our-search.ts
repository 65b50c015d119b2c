import { defaultRankingLimits, type MatchingContext, type NeedToMatch, prepareNeed, type Shortlist } from '#domain';
import { SupplyRanking } from '../../../apps/matcher/src/search/supply-ranking.js';
import { SharedCalendars } from '../../../apps/matcher/src/search/shared-calendars.js';
import { SupplySearch } from '../../../apps/matcher/src/search/supply-search.js';
import { SupplyColumns } from '../../../apps/matcher/src/search/columns/supply-columns.js';
import { type Contestant, places } from './contestant.js';
import { agencyIdOf, type Market } from './market.js';

/** The matcher's own search. */
export class OurSearch implements Contestant {
  readonly name = 'Ajudant';
  readonly leavesOut = 'near misses, variety and explanations, as the others do';
  private readonly ranking: SupplyRanking;
  private readonly search: SupplySearch;
  /** The same with all that a business gets. */
  readonly whole: Contestant = {
    name: 'whole lists',
    leavesOut: 'nothing: this is what a business gets',
    find: (need) => Promise.resolve(this.rank(need).entries.map(({ assistantId }) => assistantId)),
    close: () => Promise.resolve(),
  };

  private constructor(
    private readonly context: MatchingContext,
    readonly columns: SupplyColumns,
  ) {
    const calendars = new SharedCalendars();
    this.ranking = new SupplyRanking(columns, calendars);
    this.search = new SupplySearch(columns, calendars);
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
    return Promise.resolve(new OurSearch(market.context(), columns));
  }

  rank(need: NeedToMatch): Shortlist {
    return this.ranking.rank(need, this.context, defaultRankingLimits);
  }

  find(need: NeedToMatch): Promise<readonly string[]> {
    const rows = this.search.best(prepareNeed(need, this.context), this.context, places);
    return Promise.resolve(rows.map((row) => this.columns.ids.idOf(row)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
