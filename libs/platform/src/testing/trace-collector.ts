import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing, stopTracing } from '../tracing/index.js';

/** A span as it arrived. */
export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty at the beginning of a trace. */
  readonly parentSpanId: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string | number };
}

/** OTLP as JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding), as far as a spec wants to know. */
interface Parcel {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<CollectedSpan, 'service' | 'attributes' | 'parentSpanId'> & {
        readonly parentSpanId?: string;
        readonly attributes: readonly Attribute[];
      })[];
    }[];
  }[];
}

/** What services send their traces to: it keeps what comes as JSON, and notes the media type of all that comes. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  readonly mediaTypes = new Set<string>();
  private isOfThisProcess = false;
  private readonly server = createServer((request, response) => {
    void this.take(request).then((mediaType) => {
      // "All taken", in the media type of the question: of protocol buffers no bytes at all.
      response.writeHead(200, { 'content-type': mediaType }).end(mediaType === 'application/json' ? '{}' : '');
    });
  });

  static async listening(): Promise<TraceCollector> {
    const collector = new TraceCollector();
    await new Promise<void>((resolve) => collector.server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  /** One to which this process sends its traces, as a service of that name, until it is closed. */
  static async ofThisProcess(service: string): Promise<TraceCollector> {
    const collector = await TraceCollector.listening();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
    await startTracing(service, {
      otlpEndpoint: collector.url,
      otlpTracesEndpoint: null,
      otlpProtocol: 'http/json',
      tracesExporter: 'otlp',
      otelDisabled: 'false',
    });
    collector.isOfThisProcess = true;
    return collector;
  }

  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a service is told so that it sends its spans here, at once and as JSON. */
  get environment(): Readonly<Record<string, string>> {
    return {
      OTEL_EXPORTER_OTLP_ENDPOINT: this.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '50',
    };
  }

  /** The spans of each trace that has one of a name. */
  tracesWith(name: string): CollectedSpan[][] {
    const ids = new Set(this.spans.filter((span) => span.name === name).map(({ traceId }) => traceId));
    return [...ids].map((id) => this.spans.filter(({ traceId }) => traceId === id));
  }

  async close(): Promise<void> {
    if (this.isOfThisProcess) {
      await stopTracing();
      delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    }
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<string> {
    const mediaType = request.headers['content-type'] ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.mediaTypes.add(`${request.url} ${mediaType}`);
    if (mediaType !== 'application/json') return mediaType;
    const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as Parcel;
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(valuesOf(resource.attributes)['service.name']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        this.spans.push({
          ...span,
          service,
          parentSpanId: span.parentSpanId ?? '',
          attributes: valuesOf(span.attributes),
        });
      }
    }
    return mediaType;
  }
}

const valuesOf = (attributes: readonly Attribute[]): Record<string, string | number> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue ?? 0)]));
