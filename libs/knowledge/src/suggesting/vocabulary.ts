/** How full the table of fingerprints may be: above that, looking for a free place takes long. */
const mostFilled = 0.6;

/**
 * Numbers for the features of a kind, in the order in which they come: a catalogue has a million of them. It keeps a fingerprint of 64
 * bits for each and not its letters, which would take five times the room; that two of a million have the same one happens once in
 * thirty million catalogues, and makes them one feature.
 */
export class Vocabulary {
  private high = new Uint32Array(1_024);
  private low = new Uint32Array(1_024);
  /** One more than the number; 0 where the place is free. */
  private places = new Uint32Array(1_024);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Undefined for what stands nowhere. */
  featureOf(key: string): number | undefined {
    const [high, low] = fingerprintOf(key);
    const number = this.places[this.placeOf(high, low)]!;
    return number === 0 ? undefined : number - 1;
  }

  /** The number of a feature, a new one where it hasn't come before. */
  numbered(key: string): number {
    const [high, low] = fingerprintOf(key);
    const place = this.placeOf(high, low);
    if (this.places[place]! > 0) return this.places[place]! - 1;
    this.put(place, high, low, this.count + 1);
    this.count += 1;
    if (this.count > mostFilled * this.places.length) this.grow();
    return this.count - 1;
  }

  private placeOf(high: number, low: number): number {
    const mask = this.places.length - 1;
    let place = low & mask;
    while (this.places[place] !== 0 && (this.low[place] !== low || this.high[place] !== high))
      place = (place + 1) & mask;
    return place;
  }

  private put(place: number, high: number, low: number, number: number): void {
    this.high[place] = high;
    this.low[place] = low;
    this.places[place] = number;
  }

  private grow(): void {
    const { high, low, places } = this;
    const size = 2 * places.length;
    this.high = new Uint32Array(size);
    this.low = new Uint32Array(size);
    this.places = new Uint32Array(size);
    places.forEach((number, at) => {
      if (number > 0) this.put(this.placeOf(high[at]!, low[at]!), high[at]!, low[at]!, number);
    });
  }
}

/** Two halves of 32 bits (cyrb53 by bryc, public domain, without throwing eleven of its bits away). */
function fingerprintOf(key: string): readonly [high: number, low: number] {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < key.length; at += 1) {
    const letter = key.charCodeAt(at);
    one = Math.imul(one ^ letter, 2_654_435_761);
    other = Math.imul(other ^ letter, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return [other >>> 0, one >>> 0];
}
