import type { OpenAPIObject } from '@nestjs/swagger';
import { nameEnums } from './open-api-enums.js';

const choice = (...values: readonly (string | null)[]) =>
  values.includes(null) ? { type: ['string', 'null'], enum: values } : { type: 'string', enum: values };
const named = (schemas: Record<string, Record<string, unknown>>, paths: object = {}) => {
  const described = Object.entries(schemas).map(
    ([name, properties]) => [name, { type: 'object', properties }] as const,
  );
  const document = {
    openapi: '3.1.0',
    info: { title: '', version: '1' },
    paths,
    components: { schemas: Object.fromEntries(described) },
  };
  return nameEnums(document as unknown as OpenAPIObject).components?.schemas as Record<string, { properties: object }>;
};
const $ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe('The lists of values of an API', () => {
  it('have one name wherever they stand, that of their member', () => {
    const schemas = named({
      ParcelDto: { channels: { type: 'array', items: choice('air', 'sea') } },
      RouteDto: { channel: choice('sea', 'air') },
      OfferDto: { channels: { type: 'array', items: choice('air', 'sea') } },
    });
    expect(schemas['OfferChannel'] ?? schemas['ParcelChannel'] ?? schemas['RouteChannel']).toEqual({
      type: 'string',
      enum: ['air', 'sea'],
    });
  });

  it('are called by their class where several lists stand at members of one name', () => {
    const schemas = named({
      ParcelDto: { status: choice('sent', 'here', null), unit: choice('g', 'kg') },
      RouteDto: { status: choice('open', 'closed'), unit: choice('kg', 'g') },
    });
    expect(schemas).toMatchObject({
      ParcelStatus: { enum: ['here', 'sent'] },
      RouteStatus: { enum: ['closed', 'open'] },
      Unit: { enum: ['g', 'kg'] },
      ParcelDto: { properties: { status: { anyOf: [$ref('ParcelStatus'), { type: 'null' }] }, unit: $ref('Unit') } },
    });
  });

  it('that are no choice stay as they are', () => {
    const only = { kind: choice('Bearer'), flag: choice('true', 'false') };
    expect(named({ TokenDto: only })['TokenDto']!.properties).toEqual(only);
  });
});
