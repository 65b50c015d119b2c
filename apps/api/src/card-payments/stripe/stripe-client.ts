import { fetchFrom } from '#platform/outbound';
import { PaymentServiceError } from '../payment-service.js';

/** Stripe answers most of what it is asked within two seconds. */
const deadlineMs = 10_000;
/** By which its answers have the form that is read here, whatever the account's own version is. */
const version = '2025-08-27.basil';

/** What Stripe is asked with: nested as its forms are. */
export interface StripeForm {
  readonly [name: string]: string | number | boolean | null | undefined | readonly string[] | StripeForm;
}

interface StripeProblem {
  readonly error?: { readonly type?: string; readonly code?: string; readonly message?: string };
}

/** A key of the wrong kind, or none, isn't the payer's fault, and may be put right. */
const isOurs = (status: number): boolean =>
  status === 401 || status === 403 || status === 408 || status === 409 || status === 429;

const ask = fetchFrom('stripe');

/** Stripe's API over HTTP, as far as it is asked here. */
export class StripeClient {
  /** @param url of the API, without a slash at its end */
  constructor(
    private readonly key: string,
    private readonly url: string,
  ) {}

  /** @throws PaymentServiceError */
  get<Answer>(path: string, query: StripeForm = {}): Promise<Answer> {
    const text = formOf(query).toString();
    return this.send<Answer>('GET', text === '' ? path : `${path}?${text}`, {});
  }

  /**
   * Done once for each key, for a day at least; a refusal is given again under the same key as well, so that who orders again looks first whether it was
   * done, and takes another key.
   * @throws PaymentServiceError
   */
  post<Answer>(path: string, form: StripeForm, idempotencyKey: string): Promise<Answer> {
    return this.send<Answer>('POST', path, { 'idempotency-key': idempotencyKey }, formOf(form).toString());
  }

  private async send<Answer>(
    method: string,
    path: string,
    more: Record<string, string>,
    body?: string,
  ): Promise<Answer> {
    let answer: Response;
    let said: unknown;
    try {
      answer = await ask(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.key}`,
          'stripe-version': version,
          ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...more,
        },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(deadlineMs),
        redirect: 'error',
      });
      said = await answer.json();
    } catch (error) {
      // Nobody there, no answer in time, or none that is JSON: whether it was done is seen when it is asked again.
      throw new PaymentServiceError('unavailable', error instanceof Error ? error.message : String(error), false);
    }
    if (answer.ok && typeof said === 'object' && said !== null) return said as Answer;
    const { code = '', message = `status ${answer.status}` } = (said as StripeProblem | null)?.error ?? {};
    if (answer.status >= 500 || answer.status < 400 || isOurs(answer.status)) {
      throw new PaymentServiceError('unavailable', message);
    }
    const isShort = code === 'balance_insufficient' || code === 'insufficient_funds';
    throw new PaymentServiceError(isShort ? 'short-of-money' : 'refused', `${code} ${message}`.trim());
  }
}

/** `{ a: { b: 1 }, c: ['d'] }` is `a[b]=1&c[0]=d`; what isn't said is left out. */
function formOf(form: StripeForm): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: StripeForm[string]): void => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') return params.append(name, String(value));
    for (const [key, one] of Object.entries(value)) put(`${name}[${key}]`, one);
  };
  for (const [name, value] of Object.entries(form)) put(name, value);
  return params;
}
