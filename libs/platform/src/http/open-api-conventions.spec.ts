import type { OpenAPIObject } from '@nestjs/swagger';
import { byConvention } from './open-api-conventions.js';

const documentOf = (schemas: object, paths: object = {}): OpenAPIObject =>
  ({ openapi: '3.1.0', info: { title: '', version: '1' }, paths, components: { schemas } }) as OpenAPIObject;
const properties = (given: object) => {
  const { components } = byConvention(documentOf({ Parcel: { type: 'object', properties: given } }));
  const parcel = components?.schemas?.['Parcel'];
  return parcel !== undefined && 'properties' in parcel ? parcel.properties : null;
};

describe('The document of an API, by convention', () => {
  it('has whole numbers, but for what is said to be none', () => {
    expect(
      properties({
        grams: { type: 'number' },
        left: { type: ['number', 'null'] },
        part: { type: 'number', format: 'double' },
      }),
    ).toEqual({
      grams: { type: 'integer' },
      left: { type: ['integer', 'null'] },
      part: { type: 'number', format: 'double' },
    });
  });

  it('has instants and dates by their names', () => {
    const text = { type: 'string' };
    expect(
      properties({
        sentAt: text,
        dueOn: { type: ['string', 'null'] },
        flat: text,
        at: text,
        version: text,
        lookAt: { type: 'boolean' },
        failingSince: text,
        validUntil: { type: ['string', 'null'] },
        periodFrom: text,
      }),
    ).toEqual({
      sentAt: { type: 'string', format: 'date-time' },
      dueOn: { type: ['string', 'null'], format: 'date' },
      failingSince: { type: 'string', format: 'date-time' },
      validUntil: { type: ['string', 'null'], format: 'date-time' },
      periodFrom: { type: 'string', format: 'date' },
      flat: text,
      at: { type: 'string', format: 'date-time' },
      version: text,
      lookAt: { type: 'boolean' },
    });
  });

  it('takes no other members in what is sent, and may answer more than it says', () => {
    const object = (more: object = {}) => ({ type: 'object', properties: more });
    const $ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const sending = { content: { 'application/json': { schema: $ref('Sent') } } };
    const { components } = byConvention(
      documentOf(
        { Sent: object({ lines: { type: 'array', items: $ref('Line') } }), Line: object(), Answered: object() },
        { '/v1/parcels': { post: { requestBody: sending, responses: {} } } },
      ),
    );
    const closed = Object.entries(components?.schemas ?? {}).filter(([, schema]) => 'additionalProperties' in schema);
    expect(closed.map(([name]) => name)).toEqual(['Sent', 'Line']);
  });
});
