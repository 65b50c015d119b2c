export interface AnswerHeaders {
  readonly etag?: string;
  readonly location?: string;
  /** Of a body that isn't plain JSON. */
  readonly contentType?: string;
  /** Where it goes on, as RFC 8288 has it. */
  readonly link?: string;
}

/** What a handler answers when a status or headers belong to it; a plain object is answered as it is. */
export class Answer<Body> {
  constructor(
    readonly body: Body,
    readonly headers: AnswerHeaders = {},
    /** Null leaves the status of the route: 200, 201 for POST, or what @HttpCode says. */
    readonly status: number | null = null,
  ) {}
}

/** What `Link` says where it goes on at a path of ours: the same question from a later place. What is undefined is not asked. */
export function linkToNext(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  return `<${path}?${asked.toString()}>; rel="next"`;
}

const etagOf = (version: number): string => `"${version}"`;

/** A resource with its version as ETag; with a location it is a new one: 201. */
export const versioned = <Body>(body: Body, version: number, options: { location?: string } = {}): Answer<Body> =>
  options.location === undefined
    ? new Answer(body, { etag: etagOf(version) }, null)
    : new Answer(body, { etag: etagOf(version), location: options.location }, 201);

/** The work goes on: 202, and where its result will be. */
export const accepted = <Body>(body: Body, location: string): Answer<Body> => new Answer(body, { location }, 202);
