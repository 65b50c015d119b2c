import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { answeredWith, calledOut } from './called-out.js';
import type { ResolveHost } from './host-addresses.js';
import { OutboundAddresses, type OutboundRules } from './outbound-addresses.js';
import { OutboundError, outboundErrorOf } from './outbound-error.js';

export interface OutboundRequest {
  /** What kind of service is asked, such as `webhook`. */
  readonly service: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For all of it, from the first look-up to the last byte. */
  readonly timeLimitMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
  /** Gives it up. */
  readonly signal?: AbortSignal;
  /** What becomes of a longer one: it is cut off there, or the request fails. */
  readonly beyond: 'cut' | 'fail';
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Requests to addresses that somebody else named. The addresses of the host are looked up for each connection and checked there: what
 * is checked is what is connected to, whatever the name said a moment ago. No redirection is followed, no proxy of the environment
 * asked, no connection used twice.
 */
export class OutboundRequests {
  private readonly addresses: OutboundAddresses;

  constructor(
    private readonly rules: OutboundRules,
    resolve?: ResolveHost,
  ) {
    this.addresses = new OutboundAddresses(rules, resolve);
  }

  /** @throws OutboundError where no answer came */
  async send(request: OutboundRequest): Promise<OutboundAnswer> {
    const { service, method, url } = request;
    const server = new URL(url);
    return calledOut(
      { service, operation: method, server },
      () => this.ask(request, server),
      ({ status }) => answeredWith(status),
    );
  }

  private ask(request: OutboundRequest, address: URL): Promise<OutboundAnswer> {
    const { method, headers, body, timeLimitMs, signal } = request;
    return new Promise((resolve, reject) => {
      this.assertReachable(address);
      const sender = address.protocol === 'https:' ? https : http;
      const sent = sender.request(address, {
        method,
        headers,
        agent: false,
        lookup: this.lookup,
        ...(signal && { signal }),
      });
      const timer = setTimeout(
        () => sent.destroy(new OutboundError('timeout', `no answer within ${timeLimitMs} ms`)),
        timeLimitMs,
      );
      const fail = (error: Error): void => {
        clearTimeout(timer);
        reject(outboundErrorOf(error));
      };
      let isAnswered = false;
      sent.on('error', fail);
      // Whoever answers by another protocol (101) is hung up on, without an error.
      sent.on('close', () => {
        if (!isAnswered) fail(new OutboundError('connection', 'it ended without an answer'));
      });
      sent.on('response', (response) => {
        isAnswered = true;
        readBody(response, request, sent).then((answer) => {
          clearTimeout(timer);
          resolve(answer);
        }, fail);
      });
      sent.end(body);
    });
  }

  private assertReachable({ protocol, hostname }: URL): void {
    if (protocol !== 'https:' && this.rules.loopback === 'refused') {
      throw new OutboundError('address-refused', `${protocol}// is not for other machines`);
    }
    // An address in the place of a name is never looked up.
    const literal = hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(literal) !== 0) this.addresses.assertAllowed(literal);
  }

  private readonly lookup: LookupFunction = (host, { all = false }, done) => {
    callbackify(() => this.addresses.of(host))((error, found) => {
      if (error !== null) done(error, '');
      else if (all) done(null, found);
      else done(null, found[0]!.address, found[0]!.family);
    });
  };
}

async function readBody(
  response: http.IncomingMessage,
  { maxBytes, beyond }: OutboundRequest,
  sent: http.ClientRequest,
): Promise<OutboundAnswer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes <= maxBytes) continue;
    if (beyond === 'fail') throw new OutboundError('too-large', `the answer is longer than ${maxBytes} bytes`);
    break;
  }
  sent.destroy();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(parts).subarray(0, maxBytes),
  };
}
