import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Module, type OnApplicationShutdown, Query } from '@nestjs/common';
import { Access } from '../../security/access.js';
import { createHttpApp } from '../http-app.js';
import { serve } from '../serve.js';

/** A process of its own, for the spec of how one ends. */
@Access({ public: true })
@Controller('work')
class WorkController {
  @Get()
  async work(@Query('milliseconds') milliseconds: string): Promise<object> {
    process.stdout.write('begun\n');
    await sleep(Number(milliseconds));
    return { done: true };
  }
}

class Closing implements OnApplicationShutdown {
  async onApplicationShutdown(): Promise<void> {
    await sleep(Number(process.env['CLOSING_MS'] ?? 0));
    process.stdout.write('closed\n');
  }
}

@Module({ controllers: [WorkController], providers: [Closing] })
class WorkModule {}

const app = await createHttpApp(WorkModule, { service: 'specimen' });
const seconds = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
await serve(app, {
  httpHost: '127.0.0.1',
  httpPort: 0,
  operationsPort: null,
  metricsToken: null,
  drainSeconds: seconds('DRAIN_SECONDS', 0),
  shutdownSeconds: seconds('SHUTDOWN_SECONDS', 5),
});
process.stdout.write(`listening ${new URL(await app.getUrl()).port}\n`);
