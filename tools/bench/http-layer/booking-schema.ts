const instant = { type: 'string', format: 'date-time' } as const;

/** The rules of CreateBookingDto, as far as a schema can say them. */
export const bookingSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['agreementId'],
  properties: {
    agreementId: { type: 'string', format: 'uuid' },
    slots: {
      type: 'array',
      minItems: 1,
      maxItems: 400,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['startAt', 'endAt'],
        properties: { startAt: instant, endAt: instant },
      },
    },
    confirm: { type: 'boolean' },
  },
} as const;
