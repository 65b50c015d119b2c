import { topPlaces, topPlacesPerAgency } from '#domain';

/** The highest totals of so many that were told. */
export class BestTotals {
  private readonly totals: Float64Array;
  private count = 0;

  constructor(private readonly most: number) {
    this.totals = new Float64Array(most);
    this.lowest = most === 0 ? Infinity : -Infinity;
  }

  /** What a total has to reach to be among them; everything does while there are fewer. */
  lowest: number;

  /** Newcomers aren't a matter of their own here. */
  get lowestOfNewcomers(): number {
    return this.lowest;
  }

  add(total: number): void {
    if (total <= this.lowest) return;
    let at = Math.min(this.count, this.most - 1);
    for (; at > 0 && this.totals[at - 1]! < total; at -= 1) this.totals[at] = this.totals[at - 1]!;
    this.totals[at] = total;
    this.count = Math.min(this.count + 1, this.most);
    if (this.count === this.most) this.lowest = this.totals[this.most - 1]!;
  }
}

/** The highest totals for the top places, with no more of one agency than may be there. */
export class CappedTotals {
  private readonly places: { readonly agency: number; readonly total: number }[] = [];

  /** What a total has to reach at least to have a place. */
  get lowest(): number {
    return this.places.length < topPlaces ? -Infinity : this.places[topPlaces - 1]!.total;
  }

  /** What a total of an agency has to reach: more than `lowest` when the agency has its places already. */
  lowestOf(agency: number): number {
    const own = this.places.filter((place) => place.agency === agency);
    return own.length < topPlacesPerAgency ? this.lowest : own.at(-1)!.total;
  }

  add(agency: number, total: number): void {
    if (total <= this.lowest) return;
    const own = this.places.filter((place) => place.agency === agency);
    if (own.length >= topPlacesPerAgency) {
      const last = own.at(-1)!;
      if (total <= last.total) return;
      this.places.splice(this.places.indexOf(last), 1);
    }
    let at = this.places.length;
    while (at > 0 && this.places[at - 1]!.total < total) at -= 1;
    this.places.splice(at, 0, { agency, total });
    if (this.places.length > topPlaces) this.places.pop();
  }
}
