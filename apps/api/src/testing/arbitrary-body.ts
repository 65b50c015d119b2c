import { anyCharacter } from '#text/testing';
import * as fc from 'fast-check';

/** As much of JSON Schema as the description of the api uses. */
export interface BodySchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly items?: BodySchema;
  readonly allOf?: readonly BodySchema[];
  readonly anyOf?: readonly BodySchema[];
  readonly oneOf?: readonly BodySchema[];
}

const wild = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '🧁'.repeat(60),
    'x'.repeat(5_000),
    -1,
    0.1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '0000-00-00',
    '-271821-04-20',
    '275760-09-13',
    '9999-12-31T23:59:59.999Z',
    '2026-02-30',
    '2026-03-29T02:30:00+02:00',
    'Europe/Nowhere',
    '24:00',
    '24:01',
    '0001-01-01',
    'XXX',
    'ZZ',
  ),
);

/** Values that get further in than arbitrary ones, by the name of the field. */
const likely: Readonly<Record<string, readonly unknown[]>> = {
  timeZone: ['Europe/Madrid', 'America/New_York', 'Pacific/Apia', 'Etc/UTC'],
  currency: ['EUR', 'JPY', 'KWD'],
  countryCode: ['ES', 'GB', 'US'],
  language: ['en', 'es', 'ca'],
  dutyCode: ['inbox-triage', 'receipt-capture'],
  dutyCodes: ['inbox-triage', 'receipt-capture'],
  skillCode: ['spreadsheets'],
  start: ['00:00', '09:00'],
  end: ['09:30', '14:00', '24:00'],
  startsOn: ['2026-12-01', '2027-03-28'],
  endsOn: ['2026-12-31', '2027-10-31', '9999-12-31'],
  from: ['2026-12-24'],
  to: ['2026-12-26', '9999-12-31'],
  startAt: ['2026-12-01T09:00:00.000Z', '2027-03-28T00:30:00Z', '9999-12-31T23:00:00Z'],
  endAt: ['2026-12-01T10:00:00.000Z', '2027-03-28T02:30:00Z', '9999-12-31T23:59:59Z'],
  validUntil: ['2026-12-31T00:00:00.000Z', '9999-12-31T23:59:59Z'],
  trainingCompletedOn: ['2026-01-15', '9999-12-31'],
  evidenceSha256: ['a'.repeat(64)],
  contentHash: ['a'.repeat(64)],
  lineId: ['inbox', 'receipts'],
  channels: ['email', 'chat'],
  roles: ['agency.coordinator', 'business.colleague', 'agency.assistant'],
  scopes: ['members:read', 'bookings:write'],
  email: ['somebody@example.org'],
  contactEmail: ['somebody@example.org'],
};

/** The id of what the name speaks of, such as `needId` or `agencies`, if there is one; otherwise any of them. */
export function likelyId(name: string, ids: Readonly<Record<string, string>>): fc.Arbitrary<string> {
  const known = Object.entries(ids).find(([noun]) => name.startsWith(noun.replace(/(y|ess)$/, '')));
  return known === undefined ? fc.constantFrom(...Object.values(ids)) : fc.constant(known[1]);
}

/**
 * Bodies that nearly fit a schema, with something wild in them now and then.
 * @param ids of things that exist, by what they are
 */
export function arbitraryBody(
  schema: BodySchema,
  schemas: Readonly<Record<string, BodySchema>>,
  ids: Readonly<Record<string, string>>,
): fc.Arbitrary<unknown> {
  const fitting = (one: BodySchema, name: string, depth: number): fc.Arbitrary<unknown> => {
    const hints = likely[name];
    const choices = one.anyOf ?? one.oneOf ?? one.allOf;
    if (one.$ref !== undefined) return fitting(schemas[one.$ref.split('/').at(-1)!] ?? {}, name, depth + 1);
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => fitting(choice, name, depth + 1)));
    if (one.enum !== undefined) return fc.constantFrom(...one.enum);
    const type = typeof one.type === 'string' ? one.type : one.type?.find((each) => each !== 'null');
    if (type === 'object' && depth < 8) {
      const members = Object.entries(one.properties ?? {});
      const record = Object.fromEntries(members.map(([key, member]) => [key, nearly(member, key, depth + 1)]));
      return fc.oneof(
        { weight: 3, arbitrary: fc.record(record) },
        { weight: 1, arbitrary: fc.record(record, { requiredKeys: [] }) },
      );
    }
    if (type === 'array') return fc.array(nearly(one.items ?? {}, name, depth + 1), { maxLength: 3 });
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer' || type === 'number') {
      const min = Math.ceil(one.minimum ?? 0);
      const within = fc.integer({ min, max: Math.max(min, Math.floor(one.maximum ?? 10_000)) });
      return fc.oneof({ weight: 19, arbitrary: within }, { weight: 1, arbitrary: fc.maxSafeInteger() });
    }
    if (hints !== undefined) return fc.constantFrom(...hints);
    if (/ids?$/i.test(name)) return fc.oneof({ weight: 9, arbitrary: likelyId(name, ids) }, fc.uuid());
    if (one.format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    if (type !== 'string') return wild;
    const length = { minLength: one.minLength ?? 1, maxLength: Math.max(one.minLength ?? 1, 60) };
    return fc.oneof(
      { weight: 19, arbitrary: fc.string(length) },
      { weight: 1, arbitrary: fc.string({ ...length, unit: anyCharacter }) },
    );
  };
  const nearly = (one: BodySchema, name: string, depth: number): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 99, arbitrary: fitting(one, name, depth) }, { weight: 1, arbitrary: wild });
  return nearly(schema, '', 0);
}
