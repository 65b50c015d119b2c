export { isSampled, traceContextOf } from './traceparent.js';
export {
  type Span,
  type SpanAttributes,
  type SpanEnd,
  startTracing,
  stopTracing,
  traced,
  tracing,
  type Tracing,
  type TracingSettings,
} from './tracing.js';
