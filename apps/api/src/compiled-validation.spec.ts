import { propertyCases } from '#platform/testing';
import { CompiledValidator, maxFindings } from '#platform/validation';
import { readFileSync } from 'node:fs';
import * as contracts from '#contracts';
import { getMetadataStorage } from 'class-validator';
import * as fc from 'fast-check';
import { arbitraryBody, type BodySchema } from './testing/arbitrary-body.js';
import { escaped, readByReference, type Refusal } from './testing/reference-validation.js';

type DtoClass = new () => object;
type Members = Record<string, unknown>;

const rulesOf = (dtoClass: DtoClass) => getMetadataStorage().getTargetValidationMetadatas(dtoClass, '', false, false);
const dtoClasses = Object.entries(contracts as Readonly<Record<string, unknown>>)
  .filter((entry): entry is [string, DtoClass] => typeof entry[1] === 'function' && entry[0].endsWith('Dto'))
  .filter(([, dtoClass]) => rulesOf(dtoClass).length > 0);

const { components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  components: { schemas: Record<string, BodySchema> };
};
const ids = { needId: '0197a000-0000-7000-8000-000000000001' };

/** Queries stand in the document by their parameters: of those only the names are known here. */
const schemaOf = (name: string, dtoClass: DtoClass): BodySchema =>
  components.schemas[name] ?? {
    type: 'object',
    properties: Object.fromEntries(rulesOf(dtoClass).map(({ propertyName }) => [propertyName, {}])),
  };

const misfit = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, '', 0, -1, 1.5, true, [], {}, [[]], [{}], [null], ['a', 'a'], { surplus: 1 }),
  fc.nat({ max: 500 }).map((length) => Array.from({ length }, (_, index) => ({ [`surplus${index}`]: index }))),
  fc.nat({ max: 500 }).map((length) => Object.fromEntries(Array.from({ length }, (_, at) => [`surplus${at}`, at]))),
);
const damages = fc.array(fc.tuple(fc.nat(), misfit, fc.boolean()), { maxLength: 3 });

/** Puts something else in the place of values of the body, or beside them. */
function damaged(body: unknown, all: readonly (readonly [number, unknown, boolean])[]): unknown {
  const whole = { body: structuredClone(body) } as Members;
  for (const [seed, value, isSurplus] of all) {
    const places = placesOf(whole.body, whole, 'body');
    const [holder, name] = places[seed % places.length]!;
    holder[isSurplus ? `${name}Surplus` : name] = structuredClone(value);
  }
  return whole.body;
}

function placesOf(value: unknown, holder: Members, name: string): [Members, string][] {
  if (typeof value !== 'object' || value === null) return [[holder, name]];
  const within = value as Members;
  return [[holder, name], ...Object.keys(within).flatMap((key) => placesOf(within[key], within, key))];
}

const isBody = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !/"(toString|valueOf|\w*[pP]roto\w*|constructor|hasOwnProperty)"|__/.test(JSON.stringify(value));

/** Less what text is, of which class-validator knows nothing. */
function read(dtoClass: DtoClass, body: object): { dto: object; refusals: Refusal[]; isCutOff: boolean } {
  const { dto, findings } = CompiledValidator.of(dtoClass).read(body, 'refuse');
  const told = findings.filter(({ rule }) => rule !== 'characters');
  const refusals = told.map(({ path, rule, message }) => ({
    pointer: path.map((name) => `/${escaped(name)}`).join(''),
    code: rule,
    // It names what is probably meant, too.
    detail: rule === 'unknown' ? 'This is not taken here.' : message,
  }));
  // What was left out for 50 findings, or because faulty text was all that was looked for, is not to be compared.
  const isCutOff = told.length < findings.length && (findings.length === maxFindings || told.length === 0);
  return { dto, refusals, isCutOff };
}

const isAboutItems = ({ code, detail }: Refusal): boolean =>
  code === 'arrayUnique' || (detail.startsWith('each value in ') && code !== 'nestedValidation');
const isWithin = (pointer: string, other: string): boolean => pointer.startsWith(`${other}/`);

const valueAt = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, name) => (value as Members | undefined)?.[name], body);

/**
 * What class-validator finds, less what is about the inside of values that are refused as a whole, and with a list in
 * place of an object refused as one.
 */
function withoutInsides(found: readonly Refusal[], lists: ReadonlySet<string>): Refusal[] {
  const refused = new Set(found.filter((one) => !isAboutItems(one)).map(({ pointer }) => pointer));
  return found
    .filter((one) => !isAboutItems(one) || !refused.has(one.pointer))
    .filter(({ pointer }) => [...refused, ...lists].every((other) => !isWithin(pointer, other)))
    .filter(({ code }) => lists.size === 0 || (code !== 'isOptional' && code !== 'isObject'));
}

describe('Validation that is compiled from the classes of the contracts', () => {
  it.each(dtoClasses)(
    'refuses of %s what class-validator refuses, in the same words and order',
    async (name, dtoClass) => {
      const bodies = fc
        .tuple(arbitraryBody(schemaOf(name, dtoClass), components.schemas, ids), damages)
        .map(([body, all]) => damaged(body, all))
        .filter(isBody);
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const sent = JSON.stringify(body);
          const compiled = read(dtoClass, JSON.parse(sent) as object);
          const reference = await readByReference(dtoClass, JSON.parse(sent) as object);
          const lists = new Set(
            compiled.refusals
              .filter(({ pointer, code }) => code === 'isObject' && Array.isArray(valueAt(body, pointer)))
              .map(({ pointer }) => pointer),
          );
          const expected = withoutInsides(reference.refusals, lists);
          if (compiled.isCutOff || (compiled.refusals.length === maxFindings && lists.size > 0)) return;
          expect(compiled.refusals.filter(({ pointer }) => !lists.has(pointer))).toEqual(
            expected.slice(0, maxFindings),
          );
          if (reference.refusals.length > 0) expect(compiled.refusals).not.toEqual([]);
          else expect(compiled.dto).toStrictEqual(reference.dto);
        }),
        { numRuns: propertyCases(5) },
      );
    },
  );
});
