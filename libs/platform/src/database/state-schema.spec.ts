import { type KeptState, StateSchema, type Upcast } from './state-schema.js';

interface Parcel {
  readonly grams: number;
  readonly fragile: boolean;
}

/** The second version weighed in grams, the third asked whether it is fragile. */
const inGrams: Upcast = ({ kilos, ...parcel }) => ({ ...parcel, grams: Number(kilos) * 1_000 });
const fragile: Upcast = (parcel) => ({ ...parcel, fragile: false });

describe('a state that is kept as JSON', () => {
  const schema = new StateSchema<Parcel>('parcel', [inGrams, fragile]);
  const kept = (json: object) => json as KeptState<Parcel>;

  it('is read as it was kept, and says of which version it is', () => {
    const parcel = { grams: 250, fragile: true };
    expect(schema.keep(parcel)).toEqual({ ...parcel, stateVersion: 3 });
    expect(schema.open(schema.keep(parcel))).toEqual(parcel);
  });

  it('is read through each version since the one that kept it', () => {
    expect(schema.open(kept({ kilos: 2, stateVersion: 1 }))).toEqual({ grams: 2_000, fragile: false });
    expect(schema.open(kept({ grams: 5, stateVersion: 2 }))).toEqual({ grams: 5, fragile: false });
  });

  it('is of the first version where it names none', () => {
    expect(schema.open(kept({ kilos: 1 }))).toEqual({ grams: 1_000, fragile: false });
  });

  it('is not guessed at when a newer release kept it', () => {
    expect(() => schema.open(kept({ grams: 5, stateVersion: 4 }))).toThrow('parcel is of version 4');
  });
});
