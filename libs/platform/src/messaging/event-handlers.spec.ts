import { IsInt } from 'class-validator';
import { handlersFor, ignored, type Reactions } from './event-handlers.js';

class ParcelSentV1 {
  static readonly type = 'parcel.sent.v1';

  @IsInt()
  grams!: number;
}

class ParcelLostV1 {
  static readonly type = 'parcel.lost.v1';

  @IsInt()
  days!: number;
}

const parcelEvents = {
  aggregateType: 'parcel',
  classes: { [ParcelSentV1.type]: ParcelSentV1, [ParcelLostV1.type]: ParcelLostV1 },
} as const;

type All = Reactions<typeof parcelEvents>;
/** Whether the compiler takes one for the other. */
type Takes<Given, Wanted> = Given extends Wanted ? 'compiles' : 'is refused';

describe('Handlers of an aggregate', () => {
  it('are those of the events that are not ignored, each with the class of its data', () => {
    const sent = async (): Promise<void> => undefined;
    expect(handlersFor(parcelEvents, { 'parcel.sent.v1': sent, 'parcel.lost.v1': ignored })).toEqual({
      aggregateType: 'parcel',
      handlers: { 'parcel.sent.v1': { payload: ParcelSentV1, handle: sent } },
    });
  });

  // What the compiler makes of these types is the test: were it something else, the constants would not compile.
  it('do not compile while an event has neither an effect nor is ignored', () => {
    const oneMissing: Takes<Omit<All, 'parcel.lost.v1'>, All> = 'is refused';
    const allIgnored: Takes<Record<keyof All, typeof ignored>, All> = 'compiles';
    expect([oneMissing, allIgnored]).toEqual(['is refused', 'compiles']);
  });

  it('do not compile with the data of another event', () => {
    type Wrong = Omit<All, 'parcel.lost.v1'> & { 'parcel.lost.v1': All['parcel.sent.v1'] };
    const swapped: Takes<Wrong, All> = 'is refused';
    expect(swapped).toBe('is refused');
  });
});
