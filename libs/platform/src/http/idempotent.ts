import { createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import type { FastifyRequest } from 'fastify';
import { Answer } from './answer.js';
import { canonicalJson } from './canonical-json.js';
import type { Steps } from './idempotency-store.js';
import { documented } from './parameter-documentation.js';
import { RequestContext } from './request-context.js';

/**
 * Why the handler would refuse what it is asked, where that is sure before anything is begun; null where it isn't. A key that
 * has been used is given its answer all the same. It is given the controller and what the handler is given.
 */
export type Foresight<Controller, Parameters extends readonly unknown[]> = (
  controller: Controller,
  ...parameters: Parameters
) => Promise<DomainError | null>;

export interface IdempotentOptions {
  /**
   * The answer holds a token or an API key. It is stored encrypted, under a key made of the service's secret, the
   * client's Idempotency-Key and the input: neither the rows alone nor the rows and the service's secret open it.
   */
  readonly secretAnswer?: boolean;
  /** Whether the key has to be there; true without. Where it isn't, the handler runs as often as it is asked to. */
  readonly required?: boolean;
  readonly foresee?: Foresight<never, never>;
  /** Whose key it is, where that isn't who sends the request; given the valid request. Never shown, only compared. */
  readonly principalOf?: (request: FastifyRequest) => string;
}

/**
 * What takes long and needs no transaction, such as hashing a password or reading a file: it is done before that of the
 * handler begins, and not at all where the key is known. The handler receives it after its other parameters.
 */
export interface Preparation<Controller, Parameters extends unknown[], Prepared> {
  readonly before: (controller: Controller, ...parameters: Parameters) => Promise<Prepared>;
}

/** Decorates a handler that takes what was prepared after its other parameters. */
export type PreparedHandler<Controller, Parameters extends unknown[], Prepared> = <Result>(
  target: Controller,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<(...parameters: [...Parameters, Prepared]) => Promise<Result>>,
) => void;

/** Runs the work once per key and commits it; what it answers has to survive JSON. */
export type Once = <T>(work: () => Promise<T>) => Promise<T>;

/** In the documentation it stands for a key of one's own, which its page fills in. */
export const idempotencyKeyExample = 'a-new-one-for-each-request';

/** Marks handlers that need an IdempotencyStore. */
export const idempotentMetadata = 'ajudant:idempotent';

type Handler = (...parameters: unknown[]) => unknown;

/**
 * For a POST that creates or moves something: `Idempotency-Key` is required unless told otherwise, and the handler runs
 * once per key, in one ambient transaction with the claim of the key and its answer. It comes after access and
 * validation, because it takes the place of the method itself. The handler may run again after a deadlock, so its
 * effects are those on the database; what it answers has to survive JSON.
 */
export function Idempotent(options?: IdempotentOptions): MethodDecorator;
export function Idempotent<Controller extends object, Parameters extends unknown[], Prepared>(
  options: IdempotentOptions & Preparation<Controller, Parameters, Prepared>,
): PreparedHandler<Controller, Parameters, Prepared>;
export function Idempotent(
  options: IdempotentOptions & Partial<Preparation<unknown, unknown[], unknown>> = {},
): MethodDecorator {
  const { before } = options;
  const foresee = options.foresee as Foresight<unknown, unknown[]> | undefined;
  return (target: object, key: string | symbol, descriptor: PropertyDescriptor) => {
    const handler = descriptor.value as Handler;
    async function onceForItsKey(this: unknown, ...parameters: unknown[]): Promise<unknown> {
      return onceForKey(options, {
        work: async (prepared) => handler.apply(this, before ? [...parameters, prepared] : parameters),
        ...(before && { before: async () => before(this, ...parameters) }),
        ...(foresee && { foresee: async () => foresee(this, ...parameters) }),
      });
    }
    for (const name of Reflect.getMetadataKeys(handler) as unknown[]) {
      Reflect.defineMetadata(name, Reflect.getMetadata(name, handler) as unknown, onceForItsKey);
    }
    // The document of the API and messages know a handler by its name.
    Object.defineProperty(onceForItsKey, 'name', { value: handler.name });
    descriptor.value = onceForItsKey;
    takesKey(options.required ?? true)(target, key, descriptor);
  };
}

const onceParameter = createParamDecorator(({ required }: { required: boolean }): Once => {
  if (required) demandKey(RequestContext.required().request);
  return async (work) => (await onceForKey({ required }, { work })).body as Awaited<ReturnType<typeof work>>;
});

/**
 * `@OncePerKey() once: Once` — for a handler that goes on after its effect is committed, such as one that waits for
 * what others make of it: only what it does within `once` is done once per `Idempotency-Key`, which may be left out
 * unless it is `required`.
 */
export const OncePerKey = ({ required = false } = {}): ParameterDecorator =>
  documented(onceParameter({ required }), takesKey(required));

function demandKey(request: FastifyRequest): void {
  if (idempotencyKey(request) === null) throw new DomainError('idempotency.key-missing');
}

function takesKey(required: boolean): MethodDecorator {
  return (target, key, descriptor) => {
    Reflect.defineMetadata(idempotentMetadata, true, descriptor.value as object);
    ApiHeader({
      name: 'Idempotency-Key',
      required,
      description:
        'Any 1 to 255 printable ASCII characters, such as a UUID. Within 24 hours the same key with the same input ' +
        `has one effect and one answer.${required ? '' : ' Without, each request has its own.'}`,
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: idempotencyKeyExample,
    })(target, key, descriptor);
  };
}

async function onceForKey(
  options: IdempotentOptions,
  { work, before, foresee }: Steps<unknown>,
): Promise<Answer<unknown>> {
  const { required = true, secretAnswer = false, principalOf } = options;
  const answered = async (prepared?: unknown): Promise<Answer<unknown>> => {
    const result = await work(prepared);
    return result instanceof Answer ? result : new Answer(result);
  };
  const context = RequestContext.required();
  const { request, reply, idempotency } = context;
  if (idempotency === null) throw new Error('An idempotent route needs an IdempotencyStore among the providers');
  const key = idempotencyKey(request);
  if (key === null && required) throw new DomainError('idempotency.key-missing');
  if (key === null) return answered(await before?.());
  const { answer, replayed } = await idempotency.once(
    {
      scope: context.scope,
      tenant: context.actor?.organisationId ?? 'public',
      principal: principalOf?.(request) ?? context.principal,
      route: `${request.method} ${request.routeOptions.url ?? request.url}`,
      key,
      input: canonicalJson([request.params, request.query, request.body]),
      secretAnswer,
      now: context.clock.now(),
    },
    { work: answered, ...(before && { before }), ...(foresee && { foresee }) },
  );
  if (replayed) reply.header('idempotency-replayed', 'true');
  return answer;
}

/** Null where there is none. Two of them are no key: `headers` joins them, and what they are joined to looks like one. */
function idempotencyKey({ raw }: FastifyRequest): string | null {
  const [header = '', ...others] = raw.headersDistinct['idempotency-key'] ?? [];
  if (header === '' && others.length === 0) return null;
  if (others.length > 0 || !/^[\x20-\x7e]{1,255}$/.test(header)) {
    throw new DomainError('idempotency.key-malformed', { header: 'Idempotency-Key' });
  }
  return header;
}
