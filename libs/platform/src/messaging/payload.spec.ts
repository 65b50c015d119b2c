import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsArray,
  IsDefined,
  IsHash,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Length,
  Max,
  Min,
  validate,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import fc from 'fast-check';
import type { EventEnvelope } from '#contracts/envelope';
import { payloadOf, UnfitDataError } from './payload.js';
import { surelyFits } from './quick-check.js';

class Stamp {
  @IsISO8601()
  at!: string;

  @IsIn(['round', 'square'])
  form!: string;
}

class Labelled {
  @IsUUID()
  parcelId!: string;

  @IsOptional()
  @Length(1, 8)
  label?: string | null;
}

class ParcelSent extends Labelled {
  @IsInt()
  @Min(1)
  @Max(100)
  grams!: number;

  @IsTimeZone()
  zone!: string;

  @IsString({ each: true })
  marks!: string[];

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Stamp)
  stamps!: Stamp[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Stamp)
  last?: Stamp | null;

  @IsObject()
  extras!: Record<string, unknown>;

  @ValidateIf((parcel: ParcelSent) => parcel.grams > 50)
  @IsHash('sha256')
  seal?: string;
}

const fitting = {
  parcelId: '018f0000-0000-7000-8000-000000000001',
  label: null,
  grams: 7,
  zone: 'Europe/Madrid',
  marks: ['fragile'],
  stamps: [
    { at: '2026-03-29T01:00:00Z', form: 'round' },
    { at: '2026-03-30T01:00:00Z', form: 'square' },
  ],
  last: { at: '2026-03-29', form: 'round' },
  extras: {},
};

const envelopeOf = (data: unknown) => ({ type: 'parcel.sent.v1', data }) as EventEnvelope;
const outcome = (data: unknown): Promise<unknown> =>
  payloadOf(ParcelSent, envelopeOf(data)).then(
    (payload) => ({ fits: payload }),
    (error: unknown) => ({ fails: (error as Error).message }),
  );

describe('the data of an event', () => {
  it('comes as an instance of its class, and of those that it nests', async () => {
    const payload = (await payloadOf(ParcelSent, envelopeOf(fitting))) as ParcelSent;
    expect(payload).toBeInstanceOf(ParcelSent);
    expect(payload.stamps[0]).toBeInstanceOf(Stamp);
    expect({ ...payload }).toEqual(fitting);
  });

  it.each([
    [{ parcelId: 'none' }, '/parcelId'],
    [{ label: '' }, '/label'],
    [{ grams: 0 }, '/grams'],
    [{ grams: 51 }, '/seal'],
    [{ zone: 'Europe/Atlantis' }, '/zone'],
    [{ marks: ['fragile', 1] }, '/marks'],
    [{ stamps: [fitting.last, { at: 'never', form: 'oval' }] }, '/stamps/1/at, /stamps/1/form'],
    [{ stamps: [null] }, '/stamps/0'],
    [{ last: 'round' }, '/last'],
    [{ extras: undefined }, '/extras'],
  ])('is refused with %j, which says where', async (wrong, pointers) => {
    const refused = payloadOf(ParcelSent, envelopeOf({ ...fitting, ...wrong }));
    await expect(refused).rejects.toThrow(UnfitDataError);
    await expect(refused).rejects.toThrow(`does not fit: ${pointers}`);
  });

  it('is judged without the long way round where it fits', () => {
    expect(surelyFits(Object.assign(new Stamp(), fitting.last))).toBe(true);
  });

  it('is left to the long way round where a class has another kind of rule', async () => {
    class Kept {
      @IsDefined()
      @IsString()
      place!: string;
    }
    expect(surelyFits(Object.assign(new Kept(), { place: 'shelf' }))).toBe(false);
    expect(await payloadOf(Kept, envelopeOf({ place: 'shelf' }))).toEqual({ place: 'shelf' });
  });

  it('is never taken by the short way where the long one refuses it', async () => {
    const paths = ['parcelId', 'label', 'grams', 'zone', 'marks', 'stamps', 'last', 'extras', 'seal'] as const;
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(undefined, 51, [], [null], [undefined], [[fitting.last]], {}, fitting.last, [fitting.last, 1]),
      fc.record({ at: fc.constantFrom('2026-03-29', 'never', 1, null), form: fc.constantFrom('round', 'oval', null) }),
    );
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anything, async (path, value) => {
        const data = plainToInstance(ParcelSent, { ...fitting, [path]: value });
        const problems = await validate(data, { forbidUnknownValues: true });
        if (surelyFits(data)) expect(problems).toEqual([]);
        expect('fits' in ((await outcome({ ...fitting, [path]: value })) as object)).toBe(problems.length === 0);
        judged += 1;
      }),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThanOrEqual(400);
  });
});
