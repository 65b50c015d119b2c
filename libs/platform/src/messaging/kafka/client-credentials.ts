import { fetchFrom } from '../../outbound/index.js';

const requestTimeoutMs = 5_000;
/** A token is asked for anew that long before it ends: it has to last for the login that it is for. */
const marginMs = 30_000;
/** How long one is kept whose end isn't told. */
const defaultSeconds = 60;

export interface ClientCredentialsSettings {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | null;
}

interface Kept {
  readonly token: string;
  readonly until: number;
}

const ask = fetchFrom('kafka-tokens');

/** Access tokens by the OAuth 2.0 grant of client credentials (RFC 6749, 4.4), each used until shortly before its end. */
export class ClientCredentials {
  private kept: Kept | null = null;
  private asking: Promise<Kept> | null = null;

  constructor(
    private readonly settings: ClientCredentialsSettings,
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** Whoever asks at the same time gets the same. @throws Error with the status where none is given */
  async token(): Promise<string> {
    if (this.kept !== null && this.nowMs() < this.kept.until) return this.kept.token;
    this.asking ??= this.ask().finally(() => (this.asking = null));
    this.kept = await this.asking;
    return this.kept.token;
  }

  private async ask(): Promise<Kept> {
    const { url, clientId, clientSecret, scope } = this.settings;
    // Both are form-encoded before they are put together (RFC 6749, 2.3.1).
    const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
    const answer = await ask(url, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}`, accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope !== null && { scope }) }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
    const body = (await answer.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown };
    if (!answer.ok || typeof body.access_token !== 'string') {
      throw new Error(`no token for Kafka from ${new URL(url).host}: it answered ${answer.status}`);
    }
    const seconds = typeof body.expires_in === 'number' ? body.expires_in : defaultSeconds;
    return { token: body.access_token, until: this.nowMs() + seconds * 1_000 - marginMs };
  }
}
