import type { components } from './schema.js';

export type FieldProblem = components['schemas']['ProblemField'];

/** An answer that says why not (RFC 9457): `code` is stable, `message` a sentence to show, `fields` say where. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: readonly FieldProblem[] = [],
    /** Seconds after which another try makes sense; null where the answer doesn't say. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
  }

  /** Whether an error says so: `ApiProblem.has(error, 'booking.slot-taken')`. */
  static has(error: unknown, ...codes: readonly string[]): error is ApiProblem {
    return error instanceof ApiProblem && codes.includes(error.code);
  }

  /** Of the answer and of what was read of its body; something in between that isn't Ajudant gives `http.<status>`. */
  static of(answer: Response, body: unknown): ApiProblem {
    const { code, detail, errors } = (typeof body === 'object' && body !== null ? body : {}) as Partial<
      components['schemas']['Problem']
    >;
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return new ApiProblem(
      answer.status,
      code ?? `http.${answer.status}`,
      detail ?? answer.statusText,
      errors ?? [],
      Number.isFinite(seconds) ? seconds : null,
    );
  }
}
