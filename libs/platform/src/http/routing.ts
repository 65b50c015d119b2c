import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { AccessCheck } from './access-check.js';
import { bodyLimitOf } from './body-limit.js';
import { OpenStreams } from './open-streams.js';
import { ProblemFilter } from './problem.filter.js';
import type { RequestContext } from './request-context.js';
import { handlerRunner, isStream } from './route-handler.js';
import { assertTaken } from './route-input-check.js';
import { routeInputOf } from './route-input.js';
import type { ServedRoute, StatedRoute } from './routes.js';

type Steps = (context: RequestContext, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
type ByNest = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** A route of the server: how Nest would answer it, and what is done instead once everything is there. */
interface Slot {
  readonly byNest: ByNest;
  steps: Steps;
}

/** What all routes share. */
interface Parts {
  readonly accessCheck: AccessCheck;
  readonly problems: ProblemFilter;
  readonly streams: OpenStreams;
}

const tooEarly: Steps = async () => {
  throw new Error('The application is not up yet');
};

/**
 * What becomes of a request whose route is found: who may, what is taken, the handler, its answer. It is put together
 * once for each route, from the decorators of its controller. Streams of events alone are Nest's to answer, after the
 * same checks.
 */
export class Routing {
  private readonly slots = new Map<string, Slot>();

  /** What the server serves, whoever told it to. */
  readonly served: ServedRoute[] = [];

  /** Follows what the server is told to serve; before any route is. */
  follow(server: FastifyInstance): void {
    server.addHook('onRoute', (route) => this.take(route));
  }

  /** Puts the routes together. Fails where a decorator says what wouldn't be heeded. */
  connect(app: INestApplication, routes: readonly StatedRoute[]): void {
    const accessCheck = app.get(AccessCheck);
    const problems = app.get(ProblemFilter);
    const parts = { accessCheck, problems, streams: new OpenStreams() };
    for (const route of routes) {
      for (const method of route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]) {
        const slot = this.slots.get(`${method} ${route.path}`);
        if (slot) slot.steps = stepsOf(parts, route, slot.byNest);
      }
    }
  }

  private take(route: RouteOptions & { readonly path: string }): void {
    const slot: Slot = { byNest: route.handler as ByNest, steps: tooEarly };
    for (const method of [route.method].flat()) {
      this.served.push({ method, url: route.url });
      this.slots.set(`${method} ${route.url}`, slot);
    }
    route.bodyLimit = bodyLimitOf(route);
    // Nothing is returned, since the answer is sent by whoever makes it.
    route.handler = (request, reply) => {
      const context = request.ajudant as RequestContext;
      void context.run(() => slot.steps(context, request, reply));
    };
  }
}

/** In this order: who may, then what is taken. One function, as each that is waited for costs as much as all of a check. */
function stepsOf({ accessCheck, problems, streams }: Parts, route: StatedRoute, byNest: ByNest): Steps {
  const { access, controller, methodName, method, path } = route;
  const input = routeInputOf(controller, methodName);
  const opensStream = isStream(controller, methodName);
  const run = opensStream ? byNest : handlerRunner(controller, route.instance, methodName, method === 'POST');
  const isPublic = access?.public === true;
  const hasParameters = path.includes(':');
  return async (context, request, reply) => {
    try {
      if (hasParameters && hasEmptyParameter(request)) return void reply.callNotFound();
      if (!isPublic) await accessCheck.admit(access, context);
      assertTaken(input, request);
      if (opensStream) streams.take(context);
      const running = run(request, reply);
      // What has answered already needs no turn of the queue of promises.
      if (running !== undefined) await running;
    } catch (error) {
      problems.answer(error, reply);
    }
  };
}

/** The router takes `/v1/needs//shortlist` for a need without an id: that is another path, which there isn't. */
const hasEmptyParameter = ({ params }: FastifyRequest): boolean =>
  Object.values(params as Readonly<Record<string, string>>).includes('');
