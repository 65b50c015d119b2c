import { Logger } from '@nestjs/common';
import {
  type Context,
  diag,
  type DiagLogger,
  DiagLogLevel,
  ROOT_CONTEXT,
  type Span as OtelSpan,
  SpanKind as OtelKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { setTimeout as sleep } from 'node:timers/promises';
import { traceContextOf, traceparentOf } from './traceparent.js';
import type { Span, SpanAttributes, SpanKind, SpanStart, Tracing, TracingSettings } from './tracing.js';

const kinds: Readonly<Record<SpanKind, OtelKind>> = {
  server: OtelKind.SERVER,
  client: OtelKind.CLIENT,
  producer: OtelKind.PRODUCER,
  consumer: OtelKind.CONSUMER,
};

/** What is left when a service ends gets so long to arrive. */
const stopMs = 2_000;
/** Complaints come with each parcel; one of them in this time is enough. */
const complaintMs = 60_000;

/**
 * Sends spans by OTLP over HTTP. Where to, with which headers, how many of them and how soon say the standard variables, which
 * the SDK reads itself. Nothing of it is global: parents are given by name, as the trace context travels with events anyway.
 */
export class OtlpTracing implements Tracing {
  private readonly tracer: Tracer;

  private constructor(private readonly provider: BasicTracerProvider) {
    this.tracer = provider.getTracer('ajudant');
  }

  static async to(protocol: TracingSettings['otlpProtocol'], service: string): Promise<OtlpTracing> {
    diag.setLogger(complaining(new Logger('Tracing')), DiagLogLevel.WARN);
    const resource = defaultResource()
      .merge(resourceFromAttributes({ 'service.name': service }))
      .merge(detectResources({ detectors: [envDetector] }));
    const exporter = await exporterOf(protocol);
    return new OtlpTracing(new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] }));
  }

  start({ name, kind, parent, attributes }: SpanStart): Span {
    return new OtlpSpan(this.tracer.startSpan(name, { kind: kinds[kind], attributes }, contextOf(parent)));
  }

  async stop(): Promise<void> {
    await Promise.race([this.provider.shutdown().catch(() => undefined), sleep(stopMs, undefined, { ref: false })]);
  }
}

class OtlpSpan implements Span {
  readonly traceparent: string;

  constructor(private readonly span: OtelSpan) {
    const { traceId, spanId, traceFlags: flags } = span.spanContext();
    this.traceparent = traceparentOf({ traceId, spanId, flags });
  }

  end(more: SpanAttributes = {}, errorType?: string): void {
    this.span.setAttributes(more);
    if (errorType !== undefined) {
      this.span.setAttribute('error.type', errorType);
      this.span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.span.end();
  }
}

function contextOf(parent: string | null): Context {
  const known = parent === null ? null : traceContextOf(parent);
  if (known === null) return ROOT_CONTEXT;
  const { traceId, spanId, flags } = known;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: flags, isRemote: true });
}

// One of two is loaded: each knows one way of writing.
async function exporterOf(protocol: TracingSettings['otlpProtocol']): Promise<SpanExporter> {
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
  return new OTLPTraceExporter();
}

function complaining(logger: Logger): DiagLogger {
  let last = -Infinity;
  const complain = (message: string): void => {
    if (performance.now() - last < complaintMs) return;
    last = performance.now();
    logger.warn(`traces don't get through: ${message.slice(0, 500)}`);
  };
  const silent = (): void => undefined;
  return { error: complain, warn: complain, info: silent, debug: silent, verbose: silent };
}
