/** The parts of a W3C trace context (https://www.w3.org/TR/trace-context/#traceparent-header). */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: number;
}

const shape = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Null where a header is none: of version ff, of another shape, or with an id of zeros. */
export function traceContextOf(header: string): TraceContext | null {
  const [, version, traceId = '', spanId = '', flags = ''] = shape.exec(header) ?? [];
  if (version === undefined || version === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, flags: Number.parseInt(flags, 16) };
}

export const traceparentOf = ({ traceId, spanId, flags }: TraceContext): string =>
  `00-${traceId}-${spanId}-${flags.toString(16).padStart(2, '0')}`;

/** Whether whoever began a trace wants it kept: nothing beneath it is worth a span otherwise. */
export const isSampled = (traceparent: string | null | undefined): traceparent is string =>
  typeof traceparent === 'string' && (Number.parseInt(traceparent.slice(-2), 16) & 1) === 1;
