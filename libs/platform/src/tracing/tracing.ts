import { StartFailure } from '../processes/index.js';

/** What a piece of work is to the trace: see OpenTelemetry's kinds of spans. */
export type SpanKind = 'server' | 'client' | 'producer' | 'consumer';

export type SpanAttributes = Readonly<Record<string, string | number>>;

export interface SpanStart {
  /** Of few values: a route, a topic, the verb of a statement; never ids. */
  readonly name: string;
  readonly kind: SpanKind;
  /** W3C trace context of what led to it; null where it begins a trace. */
  readonly parent: string | null;
  readonly attributes: SpanAttributes;
}

/** A piece of work that is under way. */
export interface Span {
  /** Its own W3C trace context, for whatever follows from it. */
  readonly traceparent: string;
  /** It is over; with the kind of error where it failed, and never with its message, which may say anything. */
  end(more?: SpanAttributes, errorType?: string): void;
}

/** Tells a collector of traces what is done. */
export interface Tracing {
  start(span: SpanStart): Span;
  /** Sends what is left, for at most some seconds. */
  stop(): Promise<void>;
}

/** The standard variables (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/) that decide whether to trace. */
export interface TracingSettings {
  readonly otlpEndpoint: string | null;
  readonly otlpTracesEndpoint: string | null;
  readonly otlpProtocol: 'http/protobuf' | 'http/json';
  readonly tracesExporter: 'otlp' | 'none';
  readonly otelDisabled: 'true' | 'false';
}

let current: Tracing | null = null;

/** What tells of the work of this process; null where nobody wants to know, which is how it is by default. */
export const tracing = (): Tracing | null => current;

/**
 * Begins to trace where the settings name a collector, and loads what that takes only then.
 * @param service name of the service, where `OTEL_SERVICE_NAME` gives none
 * @throws StartFailure where the variables can't be made sense of
 */
export async function startTracing(service: string, settings: TracingSettings): Promise<void> {
  const { otlpEndpoint, otlpTracesEndpoint, tracesExporter, otelDisabled } = settings;
  const isNamed = (otlpTracesEndpoint ?? otlpEndpoint) !== null;
  if (!isNamed || tracesExporter === 'none' || otelDisabled === 'true') return;
  if (current !== null) throw new Error('tracing has begun already');
  const { OtlpTracing } = await import('./otlp-tracing.js');
  try {
    current = await OtlpTracing.to(settings.otlpProtocol, service);
  } catch (error) {
    throw new StartFailure(`tracing can't begin: ${String(error)}`);
  }
}

/** Sends what is left, and traces no more. */
export async function stopTracing(): Promise<void> {
  const ending = current;
  current = null;
  await ending?.stop();
}

/** How a span ends. */
export interface SpanEnd {
  readonly more?: SpanAttributes;
  readonly errorType?: string;
}

/** What is said of a span at its end, of what came of the work. */
export interface SpanOutcome<T> {
  readonly ended?: (result: T) => SpanEnd;
  readonly errorType?: (error: unknown) => string;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');

/** Runs work as a span, and ends it with the work; without one where nothing is traced or `span` has none to begin. */
export function traced<T>(
  span: (tracing: Tracing) => Span | null,
  work: (span: Span | null) => Promise<T>,
  { ended = () => ({}), errorType = nameOf }: SpanOutcome<T> = {},
): Promise<T> {
  const begun = current === null ? null : span(current);
  if (begun === null) return work(null);
  return work(begun).then(
    (result) => {
      const end = ended(result);
      begun.end(end.more, end.errorType);
      return result;
    },
    (error: unknown) => {
      begun.end({}, errorType(error));
      throw error;
    },
  );
}
