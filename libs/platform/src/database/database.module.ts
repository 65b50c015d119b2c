import { type Abstract, type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSourceSettings } from './data-source.js';
import { type Database, databaseToken } from './database.js';
import { openDatabase } from './open-database.js';

/** Gives an app its database under `databaseToken(schema)` and as the class that it calls it, to all of its modules. */
@Module({})
export class DatabaseModule {
  static forApp(settings: Omit<DataSourceSettings, 'as' | 'migrations'>, asClass: Abstract<Database>): DynamicModule {
    const database = { provide: databaseToken(settings.schema), useFactory: () => openDatabase(settings) };
    const named = { provide: asClass, useExisting: databaseToken(settings.schema) };
    const closing = {
      provide: `closing ${databaseToken(settings.schema)}`,
      useFactory: (opened: Database) => new PoolClosing(opened),
      inject: [databaseToken(settings.schema)],
    };
    return { module: DatabaseModule, global: true, providers: [database, named, closing], exports: [database, named] };
  }
}

/** After everything that might still use the pool: Nest runs this hook last. */
class PoolClosing implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.dataSource.destroy();
  }
}
