import { TraceCollector } from '#platform/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isSampled, traceContextOf } from './traceparent.js';

const tracing = new URL('./index.js', import.meta.url).href;

/** A process that traces, or doesn't, one piece of work, and says which packages of OpenTelemetry's SDK it has loaded. */
const program = `
  import { createRequire } from 'node:module';
  import { startTracing, stopTracing, tracing } from ${JSON.stringify(tracing)};
  const env = process.env;
  await startTracing('specimen', {
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null, otlpTracesEndpoint: null,
    otlpProtocol: env.OTEL_EXPORTER_OTLP_PROTOCOL ?? 'http/protobuf',
    tracesExporter: env.OTEL_TRACES_EXPORTER ?? 'otlp', otelDisabled: env.OTEL_SDK_DISABLED ?? 'false',
  });
  const span = tracing()?.start({ name: 'work', kind: 'server', parent: env.PARENT ?? null, attributes: { answer: 42 } });
  span?.end({}, 'TypeError');
  await stopTracing();
  const loaded = Object.keys(createRequire(import.meta.url).cache).map((file) => /@opentelemetry.(?!api.)([\\w-]+)/.exec(file)?.[1]);
  console.log(JSON.stringify({ loaded: [...new Set(loaded)].filter((name) => name !== undefined), traceparent: span?.traceparent ?? null }));
  process.exit();
`;

const told = async (environment: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(text) as { loaded: string[]; traceparent: string | null };
};

const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('tracing', () => {
  let collector: TraceCollector;
  beforeAll(async () => {
    collector = await TraceCollector.listening();
  });
  afterAll(() => collector.close());

  it.each([
    ['no collector is named', {}],
    ['it is disabled', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }],
    ['no traces are wanted', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }],
  ])('loads nothing where %s', async (_, environment) => {
    expect(await told(environment)).toEqual({ loaded: [], traceparent: null });
  });

  it('sends what was done to the collector as part of the trace that it follows from', async () => {
    const { traceparent } = await told({ ...collector.environment, PARENT: parent, OTEL_SERVICE_NAME: 'named' });
    const { traceId, spanId } = traceContextOf(traceparent ?? '')!;
    expect(traceId).toBe(traceContextOf(parent)!.traceId);
    expect(collector.spans).toEqual([
      expect.objectContaining({
        service: 'named',
        name: 'work',
        traceId,
        spanId,
        parentSpanId: 'b7ad6b7169203331',
        attributes: { answer: 42, 'error.type': 'TypeError' },
      }),
    ]);
  });

  it('writes in protocol buffers unless it is told otherwise', async () => {
    const { loaded } = await told({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    expect(loaded).toContain('exporter-trace-otlp-proto');
    expect(loaded).not.toContain('exporter-trace-otlp-http');
    expect([...collector.mediaTypes]).toContain('/v1/traces application/x-protobuf');
  });

  it('begins no trace that its sampler leaves out, nor goes on with one that its beginner left out', async () => {
    const off = await told({ ...collector.environment, OTEL_TRACES_SAMPLER: 'always_off' });
    expect(isSampled(off.traceparent)).toBe(false);
    const left = await told({ ...collector.environment, PARENT: parent.replace(/01$/, '00') });
    expect(isSampled(left.traceparent)).toBe(false);
  });

  it('takes no header for a trace context that is none', () => {
    for (const header of [
      '',
      'x',
      `ff${parent.slice(2)}`,
      parent.replace(/b7.*1-/, '0000000000000000-'),
      `${parent}-1`,
    ])
      expect(traceContextOf(header)).toBeNull();
  });
});
