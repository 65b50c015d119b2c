import { isIPv6 } from 'node:net';
import { RouteConfig } from '@nestjs/platform-fastify';
import { DomainError } from '#domain-error';
import type {
  FastifyContextConfig,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  preValidationHookHandler,
} from 'fastify';
import { hashSecret } from '../security/secrets.js';
import { ByTurns } from './by-turns.js';
import { ownCallHeader, type RateLimitOptions } from './http-options.js';

const windowMs = 60_000;
const maxAddresses = 20_000;
/** As many as wait for a password's turn: whoever came after them would be turned away there as well, only later. */
const mostCostlyAtOnce = 64;
const unlimited: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether requests count as signing in. */
    isCostly?: boolean;
  }
}

/** For what hashes a password or sends mail, and isn't below `/v1/auth`: it has the strict limit of signing in. */
export const LimitedAsSigningIn = (): MethodDecorator => RouteConfig({ isCostly: true });

const isCostly = (route: string, config?: FastifyContextConfig): boolean =>
  route.startsWith('/v1/auth/') || config?.isCostly === true;

interface Window {
  count: number;
  /** Milliseconds of the monotonic clock. */
  readonly endsAt: number;
}

/** Counts the requests of each address within a minute that begins with the first of them. */
class Windows {
  private readonly all = new Map<string, Window>();

  /** Counts one more. The map is in the order of the windows' ends, so that the oldest is the one to forget. */
  count(address: string, now: number): Window {
    const known = this.all.get(address);
    if (known !== undefined && known.endsAt > now) {
      known.count += 1;
      return known;
    }
    const begun: Window = { count: 1, endsAt: now + windowMs };
    this.all.delete(address);
    this.all.set(address, begun);
    if (this.all.size > maxAddresses) this.forgetFirst();
    return begun;
  }

  private forgetFirst(): void {
    const [first] = this.all.keys();
    if (first !== undefined) this.all.delete(first);
  }
}

/**
 * Limits the requests of one address (IPv6: of one /64) in a minute, in this process; signing in has a limit of its own,
 * and all that costs as much shares it.
 * It takes the same time however many addresses there are, and remembers 20,000 of them. Of what is costly no route takes
 * more than 64 at a time, from however many addresses they come, and what comes at once is looked at by turns.
 */
export function limitRate(server: FastifyInstance, { perMinute, authPerMinute, ownCalls }: RateLimitOptions): void {
  const [any, auth] = [new Windows(), new Windows()];
  const own = ownCalls === undefined ? null : hashSecret(ownCalls);
  const isOwn = ({ headers }: FastifyRequest): boolean => {
    const said = headers[ownCallHeader];
    // Compared by their hashes, of which the time that it takes tells nothing.
    return own !== null && typeof said === 'string' && hashSecret(said) === own;
  };
  const assertWithin = (request: FastifyRequest, reply: FastifyReply): void => {
    const { route, config } = request.ajudant!;
    // What no route takes is answered, and counted, elsewhere.
    if (route === undefined || unlimited.has(route) || isOwn(request)) return;
    const isAuth = isCostly(route, config);
    const max = isAuth ? authPerMinute : perMinute;
    const now = performance.now();
    const { count, endsAt } = (isAuth ? auth : any).count(subnetOf(request.ip), now);
    const seconds = Math.ceil((endsAt - now) / 1_000);
    reply.header('x-ratelimit-limit', max);
    reply.header('x-ratelimit-remaining', Math.max(0, max - count));
    reply.header('x-ratelimit-reset', seconds);
    if (count > max) throw new DomainError('request.too-many', { retryAfterSeconds: seconds });
  };
  server.addHook('onRoute', (route) => {
    if (isCostly(route.url, route.config)) route.preValidation = boundAtOnce(isOwn);
  });
  const turns = new ByTurns();
  server.addHook('onRequest', (request, reply, done) => {
    try {
      assertWithin(request, reply);
    } catch (error) {
      done(error as Error);
      return;
    }
    const { route, config } = request.ajudant!;
    if (route !== undefined && isCostly(route, config)) turns.take(done);
    else done();
  });
}

/**
 * Takes so many of one route at a time, and turns away who comes on top before anything is made of the body. A request counts from when
 * its body has come until its answer has ended: one that holds its body back keeps nobody out.
 */
function boundAtOnce(isOwn: (request: FastifyRequest) => boolean): preValidationHookHandler {
  let running = 0;
  return (request, reply, done) => {
    if (isOwn(request)) {
      done();
      return;
    }
    if (running >= mostCostlyAtOnce) {
      done(new DomainError('request.too-many', { retryAfterSeconds: 2 }));
      return;
    }
    running += 1;
    reply.raw.once('close', () => (running -= 1));
    done();
  };
}

/** An IPv6 address by its first four groups: whoever has one has all of its /64. */
export function subnetOf(address: string): string {
  // Addresses come from the socket or a trusted proxy; that of IPv4 has no colon.
  if (!address.includes(':') || !isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('%', 1).join('').split('::');
  const groups = groupsOf(head);
  if (tail !== undefined) {
    const last = groupsOf(tail);
    groups.push(...Array<string>(8 - groups.length - last.length).fill('0'), ...last);
  }
  const first = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::`;
}

/** An IPv4 address at the end stands for two groups, of which none is among the first. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
