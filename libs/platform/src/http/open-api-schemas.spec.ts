import { toSchemas31 } from './open-api-schemas.js';

describe('Schemas of OpenAPI 3.1', () => {
  it('say null as a type', () => {
    expect(toSchemas31({ type: 'string', nullable: true })).toEqual({ type: ['string', 'null'] });
    expect(toSchemas31({ type: 'string', enum: ['a'], nullable: true })).toEqual({
      type: ['string', 'null'],
      enum: ['a', null],
    });
    expect(toSchemas31({ type: 'string', nullable: false })).toEqual({ type: 'string' });
    const reference = { $ref: '#/components/schemas/X' };
    expect(toSchemas31({ description: 'd', nullable: true, allOf: [reference] })).toEqual({
      description: 'd',
      anyOf: [reference, { type: 'null' }],
    });
  });

  it('give exclusive limits their number', () => {
    expect(
      toSchemas31({
        properties: { a: { minimum: 0, exclusiveMinimum: true }, b: { maximum: 1, exclusiveMaximum: false } },
      }),
    ).toEqual({
      properties: { a: { exclusiveMinimum: 0 }, b: { maximum: 1 } },
    });
  });

  it('leave a property alone that is called nullable', () => {
    expect(toSchemas31({ properties: { nullable: { type: 'boolean', nullable: true } } })).toEqual({
      properties: { nullable: { type: ['boolean', 'null'] } },
    });
  });
});
