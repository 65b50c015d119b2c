import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Schema, Validator } from '@cfworker/json-schema';
import { existsSync, readFileSync } from 'node:fs';
import { DutyRunScheduledV1, eventTypes, MessageDeadLetteredV1, NeedPostedV1 } from '#contracts';
import { eventProperties } from './event-properties.js';
import { eventSchemas, type JsonSchema } from './event-schemas.js';
import { incompatibilities } from './incompatibilities.js';

const schemas = eventSchemas();
const id = '0197a000-0000-7000-8000-00000000000a';
const now = '2026-11-30T09:00:00.000Z';
const schemaOf = (type: string): JsonSchema => schemas.get(type) ?? {};
/** By three readers of schemas: one that looks into formats, the same without, and another one. */
const readers: Readonly<Record<string, (schema: JsonSchema, data: object) => boolean>> = {
  'ajv with formats': (schema, data) => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    return ajv.validate(schema, data);
  },
  'ajv without formats': (schema, data) =>
    new Ajv2020({ strict: false, validateFormats: false }).validate(schema, data),
  cfworker: (schema, data) => new Validator(schema as unknown as Schema, '2020-12').validate(data).valid,
};
const fits = (type: string, data: object): boolean => readers['ajv with formats']!(schemaOf(type), data);

/** What people write, and by what they are known. */
const wordsOfPeople =
  /(name|note|notes|words|text|message|reason|comment|title|email|phone|address|description|subject|summary|answer|iban|taxId|vatId)$/i;
const isFreeText = ({ type, ...rules }: JsonSchema): boolean =>
  [type].flat().includes('string') && !['enum', 'const', 'pattern', 'format'].some((rule) => rule in rules);

describe('The schemas of the events', () => {
  const deadLetter = {
    service: 'api',
    consumer: 'api-shortlists',
    topic: 'ajudant.shortlist',
    eventId: null,
    eventType: null,
    aggregateType: null,
    aggregateId: null,
    cause: 'not JSON',
  };

  it('are one for each type, which says its version', () => {
    expect(schemas.size).toBe(eventTypes.length);
    expect([...schemas.keys()].filter((type) => !/^[a-z-]+\.[a-z-]+\.v\d+$/.test(type))).toEqual([]);
  });

  it('each state what has to be there', () => {
    expect([...schemas].filter(([, { required = [] }]) => required.length === 0).map(([type]) => type)).toEqual([]);
  });

  it('take an event, with null for what may be unknown', () => {
    expect(fits(MessageDeadLetteredV1.type, deadLetter)).toBe(true);
  });

  it.each([{ service: 'elsewhere' }, { eventId: 'no-uuid' }, { cause: undefined }])('refuse %j', (wrong) => {
    expect(fits(MessageDeadLetteredV1.type, JSON.parse(JSON.stringify({ ...deadLetter, ...wrong })) as object)).toBe(
      false,
    );
  });

  it.each(Object.keys(readers))('take an event with its dates and instants, read by %s', (name) => {
    const run = {
      agencyId: id,
      assistantId: id,
      businessId: id,
      engagementId: id,
      dutyCode: 'inbox-triage',
      versionNumber: 1,
      volume: 5,
      lineId: 'inbox',
      periodStartsOn: '2026-12-01',
      periodEndsOn: '2026-12-07',
    };
    const scheduled = {
      ...run,
      startsAt: '2026-11-30T23:00:00.000Z',
      dueAt: '2026-12-07T23:00:00.000Z',
      scheduledAt: now,
    };
    expect(readers[name]!(schemaOf(DutyRunScheduledV1.type), scheduled)).toBe(true);
    expect(readers[name]!(schemaOf(DutyRunScheduledV1.type), { ...scheduled, lineId: 5 })).toBe(false);
  });

  it('say of each property what it means', () => {
    const silent = [...schemas].flatMap(([type, schema]) =>
      [[type, schema] as const, ...Object.entries(schema.$defs ?? {})].flatMap(([owner, { properties = {} }]) =>
        Object.entries(properties).flatMap(([name, property]) =>
          'description' in property ? [] : [`${owner}.${name}`],
        ),
      ),
    );
    expect(silent).toEqual([]);
  });

  it('say of nothing what it means that no event has', () => {
    const all = [...schemas].flatMap(([type, schema]) =>
      [[type, schema] as const, ...Object.entries(schema.$defs ?? {})].flatMap(([owner, { properties = {} }]) =>
        Object.keys(properties).flatMap((name) => [name, `${owner}.${name}`]),
      ),
    );
    const owned = new Set(all);
    expect(Object.keys(eventProperties).filter((name) => !owned.has(name))).toEqual([]);
  });

  it('hold what people wrote or are called nowhere but where that is what others need', () => {
    const needed: Readonly<Record<string, string>> = {
      'agency.registered.v1.name': 'organisations are known by their names',
      'agency.details-changed.v1.name': 'the same',
      'business.registered.v1.name': 'the same',
      'business.details-changed.v1.name': 'the same',
      'agency.suspended.v1.reason': 'a code',
      'words.asked.v1.text': 'masked, for whoever makes duties of it',
      'duty-suggestion.corrected.v1.text': 'masked, for whoever learns from it',
    };
    const told = [...schemas].flatMap(([type, schema]) =>
      [schema, ...Object.values(schema.$defs ?? {})].flatMap(({ properties = {} }) =>
        Object.entries(properties)
          .filter(([name, property]) => wordsOfPeople.test(name) && isFreeText(property))
          .map(([name]) => `${type}.${name}`),
      ),
    );
    expect(told.filter((place) => needed[place] === undefined)).toEqual([]);
    expect(Object.keys(needed).filter((place) => !told.includes(place))).toEqual([]);
  });

  it('describe what is nested', () => {
    expect(Object.keys(schemaOf(NeedPostedV1.type).$defs ?? {})).toEqual(
      expect.arrayContaining(['MoneyV1', 'NeedHoursV1', 'NeedLineV1', 'WeeklyHoursV1']),
    );
  });

  it.each([...schemas.keys()])('%s is compatible with what is published of this version', (type) => {
    const file = new URL(`../../../docs/events/${type}.schema.json`, import.meta.url);
    const published = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonSchema) : {};
    expect(incompatibilities(published, schemaOf(type))).toEqual([]);
  });
});

describe('A change of an event breaks', () => {
  const shape = (properties: object, required: string[] = []): JsonSchema => ({ properties, required }) as JsonSchema;
  const text = { type: 'string' };
  const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
  const before = { ...shape({ name: text, note: text }, ['name']), $defs: { Line: shape({ volume: text }) } };
  /** Of a value that was one thing and is another. */
  const breaks = (was: object, is: object): string[] => incompatibilities(shape({ value: was }), shape({ value: is }));

  it('nobody when it adds what may be left out', () => {
    const grown = shape({ name: text, note: text, more: text }, ['name']);
    expect(incompatibilities(before, { ...grown, $defs: before.$defs })).toEqual([]);
  });

  it('others when it removes, demands or retypes something, wherever it is nested', () => {
    const after = {
      ...shape({ name: { type: 'integer' }, more: text }, ['name', 'more']),
      $defs: { Line: shape({ volume: { type: 'integer' } }) },
    };
    expect(incompatibilities(before, after)).toEqual([
      'name has another type',
      'note is gone',
      'more is required now',
      'Line.volume has another type',
    ]);
  });

  it('consumers when something may be missing that was always there', () => {
    expect(incompatibilities(before, { ...shape({ name: text, note: text }), $defs: before.$defs })).toEqual([
      'name may be missing now',
    ]);
  });

  it('whoever reads earlier events when an enum loses a value, and nobody when it gets one', () => {
    const [few, more] = [{ enum: ['draft', 'published'] }, { enum: ['draft', 'published', 'paused'] }];
    expect(breaks(few, more)).toEqual([]);
    expect(breaks(more, few)).toEqual(['value takes no "paused" any more']);
    expect(breaks(orNull(more), orNull(few))).toEqual(['value takes no "paused" any more']);
    const list = (items: object) => ({ type: 'array', items });
    expect(breaks(list(more), list(few))).toEqual(['value[] takes no "paused" any more']);
    expect(breaks(text, { ...text, ...few })).toEqual(['value takes certain values only now']);
    expect(breaks({ ...text, ...few }, text)).toEqual([]);
  });

  it('whoever reads earlier events when a type or a limit becomes narrower', () => {
    const or = (...anyOf: object[]) => ({ anyOf });
    expect(breaks(or(text, { type: 'integer' }), text)).toEqual(['value has another type']);
    expect(breaks(orNull(text), text)).toEqual(['value takes no null any more']);
    expect(breaks(text, orNull(text))).toEqual([]);
    const limited = (limits: object) => ({ type: 'integer', ...limits });
    expect(breaks(limited({ minimum: 1, maximum: 9 }), limited({ minimum: 0, maximum: 10 }))).toEqual([]);
    expect(breaks(limited({ minimum: 0 }), limited({ minimum: 1, maximum: 9 }))).toEqual([
      'value has a narrower minimum',
      'value has a narrower maximum',
    ]);
    expect(breaks(text, { ...text, format: 'uuid' })).toEqual(['value has a narrower format']);
    expect(breaks({ ...text, format: 'uuid' }, text)).toEqual([]);
  });

  it('whoever reads earlier events when something becomes required, which is said once', () => {
    expect(incompatibilities(shape({ note: orNull(text) }), shape({ note: text }, ['note']))).toEqual([
      'note is required now',
    ]);
  });
});
