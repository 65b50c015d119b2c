import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Database, databaseToken, type Schema } from '../database/index.js';
import { type EventTransport, eventTransportToken } from './event-transport.js';
import { type JournalCare, Messaging } from './messaging.js';

/** Injection token of an app's messaging; the all-in-one holds two. */
export const messagingToken = (schema: Schema): string => `Messaging(${schema})`;

/** Gives an app its messaging under `messagingToken(schema)`, and starts and stops it with the application. */
@Module({})
export class MessagingModule {
  static forApp(schema: Schema, care: JournalCare = {}): DynamicModule {
    const messaging = {
      provide: messagingToken(schema),
      useFactory: (database: Database, transport: EventTransport) =>
        new Messaging(database, `/ajudant/${schema}`, transport, care),
      inject: [databaseToken(schema), eventTransportToken],
    };
    const lifecycle = {
      provide: `lifecycle of ${messagingToken(schema)}`,
      useFactory: (started: Messaging) => new MessagingLifecycle(started),
      inject: [messagingToken(schema)],
    };
    return { module: MessagingModule, global: true, providers: [messaging, lifecycle], exports: [messaging] };
  }
}

class MessagingLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly messaging: Messaging) {}

  onApplicationBootstrap(): Promise<void> {
    return this.messaging.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.messaging.stop();
  }
}
