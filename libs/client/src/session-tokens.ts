import { AjudantClient } from './ajudant-client.js';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970 until when the access token is good. */
  readonly goodUntil: number;
}

/** Where a login is kept, from one run of a program to the next. */
export interface TokenKeeper {
  /** Takes each new pair: the one before is worth nothing any more. */
  keep(tokens: Tokens): void | Promise<void>;
  /** The pair that is kept now, where others renew it as well; null where none is. */
  kept?(): Tokens | null;
}

/** Before its end it is renewed, since clocks differ and requests take time. */
const marginMs = 60_000;

/** A login that renews itself: access tokens last minutes, and each refresh token works once. */
export class SessionTokens {
  private readonly client: AjudantClient;
  private renewing: Promise<string> | null = null;

  constructor(
    baseUrl: string,
    private tokens: Tokens,
    private readonly keeper: TokenKeeper,
    fetch?: (request: Request) => Promise<Response>,
  ) {
    this.client = new AjudantClient({ baseUrl, ...(fetch && { fetch }) });
  }

  /** @throws ApiProblem `auth.…` for an address and password that don't go together */
  static async signIn(
    baseUrl: string,
    email: string,
    password: string,
    fetch?: (request: Request) => Promise<Response>,
  ): Promise<Tokens> {
    const client = new AjudantClient({ baseUrl, ...(fetch && { fetch }) });
    return tokensOf(await client.body(client.api.POST('/v1/auth/tokens', { body: { email, password } })));
  }

  /** For `ClientOptions.token`. @throws ApiProblem `auth.…` once the login is over */
  readonly token = (): Promise<string> => {
    if (isGood(this.tokens)) return Promise.resolve(this.tokens.accessToken);
    this.renewing ??= this.renew().finally(() => (this.renewing = null));
    return this.renewing;
  };

  private async renew(): Promise<string> {
    // Whoever renewed it meanwhile has spent the token that this one holds, and sending that again would end the login of both.
    this.tokens = this.keeper.kept?.() ?? this.tokens;
    if (isGood(this.tokens)) return this.tokens.accessToken;
    const { refreshToken } = this.tokens;
    const { api } = this.client;
    this.tokens = tokensOf(await this.client.body(api.POST('/v1/auth/tokens/refresh', { body: { refreshToken } })));
    await this.keeper.keep(this.tokens);
    return this.tokens.accessToken;
  }
}

const isGood = ({ goodUntil }: Tokens): boolean => goodUntil - marginMs > Date.now();

const tokensOf = (pair: { accessToken: string; refreshToken: string; expiresIn: number }): Tokens => ({
  accessToken: pair.accessToken,
  refreshToken: pair.refreshToken,
  goodUntil: Date.now() + pair.expiresIn * 1_000,
});
