import pino, { type DestinationStream, type LogFn, type Logger } from 'pino';
import { RequestContext } from './request-context.js';

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export interface LogOptions {
  readonly service: string;
  readonly level: LogLevel;
  readonly destination: DestinationStream;
}

/** Fields that must not stand in a line, should somebody log an object that has them. */
const secretNames = [
  'authorization',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'email',
  'contactEmail',
];

/**
 * The application's log: a line of JSON each. Ids may stand in it; bodies, queries, e-mail addresses and credentials
 * never do. What is logged while a request is in hand carries its ids.
 */
export function createLogger({ service, level, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: timeOfLine,
      formatters: { level: (label) => ({ level: label }) },
      mixin: contextOfLine,
      hooks: { logMethod: withoutValues },
      serializers: { err: describeForLog, req: () => undefined, res: () => undefined },
      redact: secretNames.flatMap((name) => [name, `*.${name}`]),
    },
    destination,
  );
}

/** The log of requests, for the lines that `RequestLines` doesn't put together: those about faults, and of levels below `info`. */
export function createRequestLogger({ service, level, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: timeOfLine,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeForLog },
    },
    destination,
  );
}

let currentSecond = { startsAt: NaN, text: '' };

/** ISO 8601 in UTC, as a member of a line. What lines of one second share is worded once. */
export function timeOfLine(): string {
  const now = Date.now();
  const milliseconds = now % 1_000;
  const startsAt = now - milliseconds;
  if (startsAt !== currentSecond.startsAt)
    currentSecond = { startsAt, text: new Date(startsAt).toISOString().slice(0, -4) };
  return `,"time":"${currentSecond.text}${String(milliseconds).padStart(3, '0')}Z"`;
}

/** An error's message would become the line's, and a line's text may quote one: neither goes out as it is. */
function withoutValues(this: Logger, args: Parameters<LogFn>, log: LogFn): void {
  const [first, second, ...more]: readonly unknown[] = args;
  const text = typeof second === 'string' ? withoutAddresses(second) : second;
  if (typeof first === 'string') Reflect.apply(log, this, [withoutAddresses(first), text, ...more]);
  else if (first instanceof Error) Reflect.apply(log, this, [{ err: first }, text ?? 'error', ...more]);
  else if (isObject(first) && 'err' in first) Reflect.apply(log, this, [first, text ?? 'error', ...more]);
  else Reflect.apply(log, this, [first, text, ...more]);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function contextOfLine(): object {
  const context = RequestContext.current();
  if (context === null) return {};
  const { requestId, correlationId } = context;
  return correlationId === requestId ? { requestId } : { requestId, correlationId };
}

const stackFrame = /^\s+at .*$/gm;

/**
 * An error as the log shows it. Drivers put values into messages, such as the e-mail that exists already: of a
 * database's error only state and names are told, and from any message addresses are taken out.
 */
export function describeForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutAddresses(String(error)) };
  const source = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  const code = 'code' in source && typeof source.code === 'string' ? source.code : undefined;
  const frames = (error.stack ?? '')
    .match(stackFrame)
    ?.slice(0, 15)
    .map((frame) => frame.trim());
  if (code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)) {
    const { constraint, table, column, routine } = source as Error & Partial<Record<string, string>>;
    return { type: error.name, code, constraint, table, column, routine, stack: frames };
  }
  const cause = error.cause === undefined ? undefined : describeForLog(error.cause);
  return { type: error.name, code, message: withoutAddresses(error.message), stack: frames, cause };
}

const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s@"'<>(]+@[^\s@"'<>),]+/g, '<address>').slice(0, 2_000);
