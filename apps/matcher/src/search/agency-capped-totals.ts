import { topPlaces, topPlacesPerAgency } from '#domain';

/** The highest totals for the top places, with no more of one agency than may be there. */
export class AgencyCappedTotals {
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
