import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Validate,
  ValidateBy,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { CompiledValidator } from './compiled-validator.js';
import { maxFindings } from './findings.js';

class Stop {
  @IsString()
  @Length(1, 8)
  place!: string;
}

class Route {
  @IsString({ message: 'a $property of $target is text, and not $value' })
  name!: string;

  @IsOptional()
  @IsInt()
  @Max(7, { message: ({ constraints }) => `a week has ${String(constraints[0])} days` })
  days?: number;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => Stop)
  stops!: Stop[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Stop)
  depot?: Stop;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Stop)
  end?: Stop;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @Matches(/^[a-z]+$/, { each: true })
  marks?: string[];
}

@ValidatorConstraint({ name: 'known', async: true })
class KnownLater implements ValidatorConstraintInterface {
  async validate(): Promise<boolean> {
    return true;
  }
}

const routes = CompiledValidator.of(Route);
const good = { name: 'north', stops: [{ place: 'mill' }], depot: { place: 'yard' } };
const told = (value: object) =>
  routes.read(value, 'refuse').findings.map(({ path, rule, message }) => `/${path.join('/')} ${rule}: ${message}`);

describe('a value that is read by the rules of a class', () => {
  it('becomes an instance of it, with instances within, and stays as it is itself', () => {
    const { dto, findings } = routes.read(good, 'refuse');
    expect(findings).toEqual([]);
    expect(dto).toBeInstanceOf(Route);
    expect([dto.stops[0], dto.depot]).toEqual([expect.any(Stop), expect.any(Stop)]);
    expect(good.depot).not.toBeInstanceOf(Stop);
  });

  it('is refused in the words of the rule', () => {
    expect(told({ ...good, name: 5, days: 8 })).toEqual([
      '/name isString: a name of Route is text, and not 5',
      '/days max: a week has 7 days',
    ]);
  });

  it('is refused for what it has too much, or the surplus is left out', () => {
    const surplus = { ...good, colour: 'red', stops: [{ place: 'mill', height: 1 }] };
    expect(told(surplus)).toEqual([
      '/colour unknown: This is not taken here.',
      '/stops/0/height unknown: This is not taken here.',
    ]);
    expect({ ...routes.read(surplus, 'drop').dto }).toEqual(good);
  });

  it('is not looked into where it is of another kind or too long', () => {
    const wrong = { place: 5, height: 1 };
    expect(told({ ...good, stops: [wrong, wrong, wrong, wrong] })).toEqual([
      '/stops arrayMaxSize: stops must contain no more than 3 elements',
    ]);
    expect(told({ ...good, depot: [wrong] })).toEqual(['/depot isObject: depot must be an object']);
    expect(told({ ...good, stops: [[wrong], null] })).toEqual([
      '/stops/0 isObject: 0 must be an object',
      '/stops/1 nestedValidation: each value in nested property stops must be either object or array',
    ]);
  });

  it('is refused in one sentence where nothing can be looked into', () => {
    expect(told({ ...good, end: 'mill' })).toEqual(['/end isObject: end must be an object']);
  });

  it('is looked at no further after 50 findings, however much is wrong', () => {
    const surplus = Object.fromEntries(Array.from({ length: 120_000 }, (_, at) => [`line${at}`, {}]));
    expect(told({ ...good, ...surplus })).toHaveLength(maxFindings);
    let looks = 0;
    class Counted {
      @ValidateBy({ name: 'counted', validator: { validate: () => (looks += 1) < 0 } })
      value!: string;
    }
    class Many {
      @IsArray()
      @ValidateNested({ each: true })
      @Type(() => Counted)
      all!: Counted[];
    }
    const all = Array.from({ length: 120_000 }, () => ({ value: 'x' }));
    expect(CompiledValidator.of(Many).read({ all }, 'refuse').findings).toHaveLength(maxFindings);
    expect(looks).toBe(maxFindings);
  });

  it('may not be null where it may be left out, and that is said where nothing else is wrong', () => {
    expect(told({ ...good, depot: null })).toEqual(['/depot isOptional: depot may be left out, but not be null']);
    expect(told({ ...good, depot: null, days: 1.5 })).toEqual(['/days isInt: days must be an integer number']);
  });
});

describe('a class whose rules can not be compiled', () => {
  it.each([
    ['has none', class Bare {}, /Bare has no rules/],
    [
      'has one that answers later',
      (() => {
        class Later {
          @Validate(KnownLater)
          code!: string;
        }
        return Later;
      })(),
      /Later\.code: the rule known, which answers later, is not understood/,
    ],
    [
      'has one for some occasions',
      (() => {
        class Grouped {
          @IsInt({ groups: ['edit'] })
          count!: number;
        }
        return Grouped;
      })(),
      /Grouped\.count: groups of isInt is not understood/,
    ],
    [
      'changes what it is given',
      (() => {
        class Changing {
          @IsString()
          @Transform(({ value }) => String(value))
          text!: string;
        }
        return Changing;
      })(),
      /Changing\.text: @Transform is not understood/,
    ],
    [
      'reckons with an object that may be missing',
      (() => {
        class Trusting {
          @ValidateNested()
          @Type(() => Stop)
          within!: Stop;
        }
        return Trusting;
      })(),
      /Trusting\.within: @ValidateNested of what may be missing, without @IsOptional, is not understood/,
    ],
    [
      'nests an object of no class',
      (() => {
        class Nesting {
          @ValidateNested()
          within!: object;
        }
        return Nesting;
      })(),
      /Nesting\.within: @ValidateNested without @Type is not understood/,
    ],
  ])('is told of when it %s', (_what, dtoClass, message) => {
    expect(() => CompiledValidator.of(dtoClass as new () => object)).toThrow(message);
  });
});
