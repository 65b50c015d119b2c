import { openApiDocument } from '#platform/http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { TestApi } from './test-api.js';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * What an answer is that the description of the API doesn't say: a status, a header that is missing, or a body that is something else.
 * Asked by the operation, as in `POST /v1/needs`.
 */
export function describedAnswers(api: TestApi): (operation: string, answer: Answer) => string[] {
  const document = openApiDocument(api.app);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  return (operation, { status, headers, body }) => {
    const [method, path] = operation.split(' ') as [string, string];
    const item = document.paths[path] as Record<
      string,
      { responses: Record<string, { headers?: object; content?: object }> }
    >;
    const response = item?.[method.toLowerCase()]?.responses[String(status)];
    if (response === undefined) return [`${status} is not described`];
    const missing = Object.keys(response.headers ?? {}).filter(
      (name) => !optional.has(name) && headers[name.toLowerCase()] === undefined,
    );
    const place = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    ];
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = response.content === undefined ? null : ajv.getSchema(`api#/${pointer}`);
    validate?.(body);
    return [
      ...missing.map((name) => `${name} is missing`),
      ...(validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
    ];
  };
}

/** They are there only where something is replayed, waited for or goes on. */
const optional: ReadonlySet<string> = new Set(['Idempotency-Replayed', 'Link', 'Preference-Applied']);
