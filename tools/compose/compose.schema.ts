/**
 * The part of the Compose specification (compose-spec.io) that docker-compose.yml uses, as a JSON schema. What isn't
 * listed is refused: a new key is looked up in the specification and written here first.
 */
const texts = { type: 'object', additionalProperties: { type: 'string' } } as const;
const duration = { type: 'string', pattern: '^(\\d+(us|ms|s|m|h))+$' } as const;
const named = (value: object): object => ({
  type: 'object',
  propertyNames: { pattern: '^[a-zA-Z0-9._-]+$' },
  additionalProperties: value,
});

const healthcheck = {
  type: 'object',
  required: ['test'],
  additionalProperties: false,
  properties: {
    test: {
      type: 'array',
      minItems: 2,
      items: { type: 'string' },
      prefixItems: [{ enum: ['CMD', 'CMD-SHELL'] }],
    },
    interval: duration,
    timeout: duration,
    start_period: duration,
    retries: { type: 'integer', minimum: 1 },
  },
};

const dependency = {
  type: 'object',
  required: ['condition'],
  additionalProperties: false,
  properties: { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
};

const service = {
  type: 'object',
  additionalProperties: false,
  anyOf: [{ required: ['image'] }, { required: ['build'] }],
  properties: {
    image: { type: 'string', pattern: '^[a-z0-9./-]+:[\\w.-]+(@sha256:[0-9a-f]{64})?$' },
    build: { type: 'string' },
    command: { type: 'array', minItems: 1, items: { type: 'string' } },
    environment: texts,
    ports: { type: 'array', items: { type: 'string', pattern: '^([\\d.]+:)?\\d{1,5}:\\d{1,5}$' } },
    volumes: { type: 'array', items: { type: 'string', pattern: '^[\\w.-]+:/[\\w./-]+(:ro)?$' } },
    depends_on: named(dependency),
    healthcheck,
    restart: { enum: ['no', 'always', 'unless-stopped'] },
    stop_grace_period: duration,
  },
};

export const composeSchema = {
  type: 'object',
  required: ['services'],
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: named(service),
    volumes: named({ type: 'null' }),
  },
};
