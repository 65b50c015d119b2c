import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** An answer that wasn't the expected one. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
  }
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string;
}

interface RequestOptions {
  readonly body?: unknown;
  readonly etag?: string;
  readonly prefer?: string;
  readonly contentType?: string;
}

/** Who somebody is, and for how long: an hour of hers may go by in a moment. */
interface Session {
  readonly login: { readonly email: string; readonly password: string };
  tokens: { readonly accessToken: string; readonly refreshToken: string };
}

/** A person or program that talks to the api over HTTP, as any client would, and waits where it is told to. */
export class DemoClient {
  /** @param own headers of every request */
  constructor(
    private readonly url: string,
    private readonly own: Readonly<Record<string, string>> = {},
    private readonly session: Session | null = null,
  ) {}

  get headers(): Readonly<Record<string, string>> {
    if (this.session === null) return this.own;
    return { ...this.own, authorization: `Bearer ${this.session.tokens.accessToken}` };
  }

  /** Signs somebody in; null when the e-mail or the password is not known. */
  async signIn(email: string, password: string): Promise<DemoClient | null> {
    try {
      const { body } = await this.post<Session['tokens']>('/v1/auth/tokens', { body: { email, password } });
      return new DemoClient(this.url, this.own, { login: { email, password }, tokens: body });
    } catch (error) {
      if (error instanceof UnexpectedAnswer && error.status === 401) return null;
      throw error;
    }
  }

  get<Body>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.send('GET', path, options);
  }

  post<Body>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.send('POST', path, options);
  }

  put<Body>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.send('PUT', path, options);
  }

  patch<Body>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.send('PATCH', path, options);
  }

  /** By the refresh token, or where that has run out too, by the password. */
  private async renew(session: Session): Promise<void> {
    const anybody = new DemoClient(this.url, this.own);
    const { refreshToken } = session.tokens;
    try {
      session.tokens = (
        await anybody.post<Session['tokens']>('/v1/auth/tokens/refresh', { body: { refreshToken } })
      ).body;
    } catch (error) {
      if (!(error instanceof UnexpectedAnswer)) throw error;
      session.tokens = (await anybody.post<Session['tokens']>('/v1/auth/tokens', { body: session.login })).body;
    }
  }

  private async send<Body>(
    method: string,
    path: string,
    options: RequestOptions,
    renewed: 'not yet' | 'already' = 'not yet',
  ): Promise<Answer<Body>> {
    const { body, etag, prefer, contentType = 'application/json' } = options;
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': contentType }),
        ...(etag === undefined ? {} : { 'if-match': etag }),
        ...(prefer === undefined ? {} : { prefer }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status === 429) {
      await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
      return this.send(method, path, options);
    }
    if (answer.status === 401 && this.session !== null && renewed === 'not yet') {
      await this.renew(this.session);
      return this.send(method, path, options, 'already');
    }
    const read: unknown = text === '' ? null : JSON.parse(text);
    if (!answer.ok) throw new UnexpectedAnswer(method, path, answer.status, read);
    return { status: answer.status, body: read as Body, etag: answer.headers.get('etag') ?? '' };
  }
}
