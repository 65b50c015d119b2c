import * as contracts from '#contracts';
import { type AggregateEvents, topicOf } from '#contracts/envelope';
import { eventSchemas, type JsonSchema } from './event-schemas.js';
import { exampleOf } from './example-of.js';

/** Every kind of aggregate that tells events. */
const aggregates = Object.values(contracts as Readonly<Record<string, unknown>>)
  .filter(isAggregate)
  .sort((one, other) => (one.aggregateType < other.aggregateType ? -1 : 1));

function isAggregate(exported: unknown): exported is AggregateEvents {
  return typeof exported === 'object' && exported !== null && 'aggregateType' in exported && 'classes' in exported;
}

const uuid = { type: 'string', format: 'uuid' };

/** As `kafka-message.ts` writes them. */
const headers = {
  type: 'object',
  required: [
    'content-type',
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_time',
    'ce_subject',
    'ce_aggregatetype',
    'ce_aggregateversion',
    'ce_position',
    'ce_audience',
    'ce_correlationid',
  ],
  properties: {
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0' },
    ce_id: { ...uuid, description: 'The same each time that the event comes.' },
    ce_source: { enum: ['/ajudant/api', '/ajudant/matcher'], description: 'Which service tells it.' },
    ce_type: { type: 'string', description: 'What happened, with its version: the name of the message.' },
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: { ...uuid, description: 'The aggregate; the key of the message as well.' },
    ce_aggregatetype: { type: 'string', description: 'The topic without `ajudant.`.' },
    ce_aggregateversion: {
      type: 'string',
      pattern: '^[1-9][0-9]*$',
      description:
        'Ordinal among the events of the aggregate, from 1, without gaps: what is not above the last one was there before.',
    },
    ce_position: {
      type: 'string',
      pattern: '^[1-9][0-9]*$',
      description: 'Place in the journal of its source; grows, and may have gaps.',
    },
    ce_audience: {
      type: 'string',
      description:
        'Ids of the organisations that may read it, with commas between them; empty for the marketplace alone.',
    },
    ce_correlationid: { type: 'string', description: 'The same for all that one request led to.' },
    ce_causationid: { ...uuid, description: 'The event that led to it.' },
    traceparent: { type: 'string', description: 'W3C Trace Context.' },
  },
} as const;

const description =
  'Everything that happens in Ajudant, as it is on Kafka. Messages are CloudEvents 1.0 in binary mode: what an event is stands in ' +
  'headers, its data alone in the value, as JSON. The key is the id of the aggregate, so the events of one are in one partition, in ' +
  'their order. Each comes at least once; `ce_id` tells those that come again. Types never change but compatibly: properties may be ' +
  'added, and enums may grow. The same events over HTTP: `GET /v1/events`, and webhooks.';

/** The events as AsyncAPI 3 has them: https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncApiDocument(): object {
  const schemas = eventSchemas();
  const shapes = shapesOf(schemas);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Ajudant',
      version: '1.0.0',
      description,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      contact: { name: 'Whoever runs this service', url: 'https://ajudant.invalid' },
      tags: [{ name: 'events', description: 'What happened.' }],
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{host}:{port}',
        protocol: 'kafka',
        description: 'One of KAFKA_BROKERS.',
        variables: { host: { default: 'localhost' }, port: { default: '9092' } },
      },
    },
    channels: Object.fromEntries(aggregates.map((aggregate) => [aggregate.aggregateType, channelOf(aggregate)])),
    operations: Object.fromEntries(
      aggregates.map(({ aggregateType }) => [
        `tell-${aggregateType}`,
        {
          action: 'send',
          channel: { $ref: `#/channels/${aggregateType}` },
          description: `Tells what happens to what is of the kind ${aggregateType}.`,
        },
      ]),
    ),
    components: {
      messageTraits: { event: { headers, bindings: { kafka: { key: uuid, bindingVersion: '0.5.0' } } } },
      messages: Object.fromEntries([...schemas].map(([type, schema]) => [type, messageOf(type, schema, shapes)])),
      schemas: Object.fromEntries(shapes),
    },
  };
}

function channelOf({ aggregateType, classes }: AggregateEvents): object {
  const topic = topicOf(aggregateType);
  return {
    address: topic,
    title: aggregateType,
    servers: [{ $ref: '#/servers/kafka' }],
    messages: Object.fromEntries(
      Object.keys(classes)
        .sort()
        .map((type) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
    bindings: { kafka: { topic, bindingVersion: '0.5.0' } },
  };
}

function messageOf(type: string, schema: JsonSchema, shapes: ReadonlyMap<string, JsonSchema>): object {
  const payload = inDocument(schema);
  const named = (reference: string): JsonSchema => shapes.get(reference.slice(reference.lastIndexOf('/') + 1)) ?? {};
  return {
    name: type,
    title: type,
    contentType: 'application/json',
    traits: [{ $ref: '#/components/messageTraits/event' }],
    payload,
    examples: [{ name: 'the least that is there', headers: headersOf(type), payload: exampleOf(payload, named) }],
  };
}

/** Of an example. */
function headersOf(type: string): Record<string, string> {
  const aggregateType = aggregates.find(({ classes }) => type in classes)!.aggregateType;
  const aggregateId = '0197a000-0000-7000-8000-00000000000a';
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: '0197a000-0000-7000-8000-00000000000e',
    ce_source: '/ajudant/api',
    ce_type: type,
    ce_time: '2026-11-30T09:00:00.000Z',
    ce_subject: aggregateId,
    ce_aggregatetype: aggregateType,
    ce_aggregateversion: '1',
    ce_position: '17',
    ce_audience: aggregateId,
    ce_correlationid: '0197a000-0000-7000-8000-00000000000c',
  };
}

/** What the schemas of several events name, once. */
function shapesOf(schemas: ReadonlyMap<string, JsonSchema>): ReadonlyMap<string, JsonSchema> {
  const all = [...schemas.values()].flatMap(({ $defs = {} }) => Object.entries($defs));
  return new Map(
    all.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, shape]) => [name, inDocument(shape)]),
  );
}

/** A schema as a part of the document: without what only one on its own says, and with references into the document. */
function inDocument(schema: JsonSchema): JsonSchema {
  const own = Object.entries(schema).filter(([keyword]) => !['$schema', '$id', '$defs'].includes(keyword));
  const text = JSON.stringify(Object.fromEntries(own)).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}
