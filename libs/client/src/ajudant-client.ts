import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblem } from './api-problem.js';
import { type RetryRules, withRetries } from './retries.js';
import type { paths } from './schema.js';

export interface ClientOptions {
  /** Where the API is, without `/v1`; empty for the place that served the page. */
  readonly baseUrl: string;
  /** Sent as bearer token: an access token, or an API key. Without it, whatever cookie the browser keeps. */
  readonly token?: () => string | null | Promise<string | null>;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Tries again what may be tried again; not without. A POST without an `Idempotency-Key` gets one, which all tries keep. */
  readonly retries?: Partial<RetryRules>;
}

/** A resource as it was read, with the version that a change of it has to name. */
export interface Answer<Body> {
  readonly body: Body;
  /** For `If-Match`; null where the resource has no version. */
  readonly etag: string | null;
  readonly status: number;
}

interface FetchResult<Body> {
  readonly data?: Body | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The API with the types of its document: every path, parameter, body and answer. */
export class AjudantClient {
  readonly api: Client<paths>;

  constructor(options: ClientOptions) {
    const { baseUrl, fetch = globalThis.fetch, retries } = options;
    const send = retries === undefined ? options.fetch : withRetries((request) => fetch(request), retries);
    this.api = createClient<paths>({ baseUrl, ...(send === undefined ? {} : { fetch: send }) });
    this.api.use(asWhoAsks(options));
  }

  /**
   * The body alone, and what isn't an answer as an error.
   * @throws ApiProblem where the API says why not
   */
  async body<Body>(call: Promise<FetchResult<Body>>): Promise<Body> {
    return (await this.answer(call)).body;
  }

  /** @throws ApiProblem where the API says why not */
  async answer<Body>(call: Promise<FetchResult<Body>>): Promise<Answer<Body>> {
    const { data, error, response } = await call;
    if (!response.ok) throw ApiProblem.of(response, error);
    return { body: data as Body, etag: response.headers.get('etag'), status: response.status };
  }
}

function asWhoAsks({ token, headers, retries }: ClientOptions): Middleware {
  return {
    async onRequest({ request }) {
      const bearer = (await token?.()) ?? null;
      if (bearer !== null) request.headers.set('authorization', `Bearer ${bearer}`);
      for (const [name, value] of Object.entries(headers?.() ?? {})) request.headers.set(name, value);
      const needsKey = retries !== undefined && request.method === 'POST' && !request.headers.has('idempotency-key');
      if (needsKey) request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  };
}
