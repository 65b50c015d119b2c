import type { AddressInfo } from 'node:net';
import { CreateBookingDto } from '#contracts';
import { type Answer, createHttpApp, versioned } from '#platform/http';
import { Access } from '#platform/security';
import { Body, Controller, Module, Post } from '@nestjs/common';
import Fastify from 'fastify';
import { bookingSchema } from './booking-schema.js';

/**
 * A process of its own: one of the two servers, with one route that takes a booking and does nothing with it. Ours does all that
 * any route does: ids, log, metrics, security headers, the limit of requests, validation by the DTO, the answer with its headers. It is a
 * public route: who asks is looked up in the database, and what that costs is part of `bench:writes -- holds`.
 */

const id = '0197a000-0000-7000-8000-000000000001';

@Access({ public: true })
@Controller('v1/bookings')
class BookingsController {
  @Post()
  create(@Body() { agreementId, slots }: CreateBookingDto): Answer<object> {
    return versioned({ id, agreementId, slots }, 1, { location: `/v1/bookings/${id}` });
  }
}

@Module({ controllers: [BookingsController] })
class BookingsModule {}

/** As `main` sets it up, with its log, and with a limit of requests that counts and isn't reached. */
async function ours(): Promise<AddressInfo> {
  const app = await createHttpApp(BookingsModule, {
    service: 'bench',
    logLevel: 'info',
    rateLimit: { perMinute: 1_000_000_000, authPerMinute: 600 },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app.getHttpServer().address() as AddressInfo;
}

/** Fastify with the same rules as a schema, and nothing else. */
async function raw(): Promise<AddressInfo> {
  const server = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  server.post<{ Body: CreateBookingDto }>('/v1/bookings', { schema: { body: bookingSchema } }, (request, reply) => {
    const { agreementId, slots } = request.body;
    void reply
      .code(201)
      .header('etag', '"1"')
      .header('location', `/v1/bookings/${id}`)
      .send({ id, agreementId, slots });
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server.server.address() as AddressInfo;
}

const { port } = await (process.argv[2] === 'raw' ? raw() : ours());
process.send?.({ port });
// What the machine does besides costs time, and none of this process's.
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
