import { MessageContext } from '../database/index.js';
import { type SpanAttributes, type SpanEnd, traced } from '../tracing/index.js';
import { OutboundError } from './outbound-error.js';

/** Something outside that is called. */
export interface OutboundCall {
  /** What kind of service it is, of few values: `webhook`, `stripe`. */
  readonly service: string;
  /** What it is asked to do: the method of HTTP, or a verb. */
  readonly operation: string;
  /** Where it is, as addresses say it. Of these parts alone anything is told: paths, queries and users of addresses may be secrets. */
  readonly server: Pick<URL, 'protocol' | 'hostname' | 'port'>;
}

const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'smtps:': 465, 'smtp:': 587 };

/**
 * Calls something outside as a span of the request or the event that it is done for, or as the beginning of a trace where it is done for
 * none. Everything that goes out goes out through here. Whoever is called hears nothing of the trace.
 * @param ended what an answer says of how it went
 */
export function calledOut<Answer>(
  call: OutboundCall,
  work: () => Promise<Answer>,
  ended?: (answer: Answer) => SpanEnd,
): Promise<Answer> {
  const { service, operation } = call;
  return traced(
    (tracing) =>
      tracing.start({
        name: `${operation} ${service}`,
        kind: 'client',
        parent: MessageContext.current()?.traceparent ?? null,
        attributes: attributesOf(call),
      }),
    work,
    { ...(ended && { ended }), errorType: errorTypeOf },
  );
}

/** `fetch` for a service that whoever runs this has named, such as `stripe`. */
export const fetchFrom =
  (service: string) =>
  (address: string, init: RequestInit): Promise<Response> =>
    calledOut(
      { service, operation: init.method ?? 'GET', server: new URL(address) },
      () => fetch(address, init),
      ({ status }) => answeredWith(status),
    );

/** How a call over HTTP went. For who asks, a 4xx is a failure as much as a 5xx is. */
export const answeredWith = (status: number): SpanEnd => ({
  more: { 'http.response.status_code': status },
  ...(status >= 400 && { errorType: String(status) }),
});

function attributesOf({ service, operation, server }: OutboundCall): SpanAttributes {
  const { protocol, hostname, port } = server;
  const portNumber = port === '' ? usualPorts[protocol] : Number(port);
  return {
    'peer.service': service,
    'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(portNumber !== undefined && { 'server.port': portNumber }),
    ...(/^https?:$/.test(protocol)
      ? { 'http.request.method': operation, 'url.scheme': protocol.slice(0, -1) }
      : { 'network.protocol.name': protocol.slice(0, -1) }),
  };
}

/** Of few values, and never the message: `timeout`, `ECONNREFUSED`. */
function errorTypeOf(error: unknown): string {
  if (error instanceof OutboundError) return error.reason;
  if (!(error instanceof Error)) return 'Error';
  const { code = (error.cause as { code?: unknown } | undefined)?.code } = error as { code?: unknown };
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : error.name;
}
