import type { Logger } from 'pino';
import { createRequestLogger, type LogOptions, timeOfLine } from './logger.js';

/** What a line says of a request; what is undefined it doesn't. */
export interface RequestLine {
  /** This and the next two hold no character that JSON would escape: see `requestIdOf`. */
  readonly requestId: string;
  readonly correlationId: string | undefined;
  readonly traceId: string | undefined;
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
  readonly milliseconds: number;
  readonly organisationId: string | undefined;
  readonly userId: string | null | undefined;
  readonly err: Error | undefined;
}

/**
 * The log of requests: a line each, of which no field holds what a client has written. The line of a request that went well is put
 * together here, since to look at each value, and at whether it is to be hidden, costs as much as all else about a short request.
 */
export class RequestLines {
  /** Writes the lines that are seldom. */
  private readonly logger: Logger;
  private readonly tellsOfAll: boolean;
  private readonly ofService: string;
  /** Templates of routes as JSON has them. */
  private readonly routes = new Map<string | null, string>();

  constructor(private readonly options: LogOptions) {
    this.logger = createRequestLogger(options);
    this.tellsOfAll = this.logger.isLevelEnabled('info');
    this.ofService = `,"service":${JSON.stringify(options.service)},"requestId":"`;
  }

  write(level: 'debug' | 'info' | 'error', line: RequestLine): void {
    if (level === 'error') this.logger.error(line, 'request failed');
    else if (level === 'debug' || line.err !== undefined) this.logger[level](line, answered);
    else if (this.tellsOfAll) this.options.destination.write(this.textOf(line));
  }

  private textOf(line: RequestLine): string {
    const { requestId, correlationId, traceId, method, route, status, milliseconds, organisationId, userId } = line;
    let text = `{"level":"info"${timeOfLine()}${this.ofService}${requestId}"`;
    if (correlationId !== undefined) text += `,"correlationId":"${correlationId}"`;
    if (traceId !== undefined) text += `,"traceId":"${traceId}"`;
    text += `,"method":"${method}","route":${this.quoted(route)},"status":${status},"milliseconds":${milliseconds}`;
    if (organisationId !== undefined) text += `,"organisationId":${JSON.stringify(organisationId)}`;
    if (userId !== undefined) text += `,"userId":${JSON.stringify(userId)}`;
    return `${text},"msg":"${answered}"}\n`;
  }

  private quoted(route: string | null): string {
    let quoted = this.routes.get(route);
    if (quoted === undefined) {
      quoted = JSON.stringify(route);
      this.routes.set(route, quoted);
    }
    return quoted;
  }
}

const answered = 'request answered';
