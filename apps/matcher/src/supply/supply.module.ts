import { type DynamicModule, Module } from '@nestjs/common';
import { SupplyFollower } from './supply-follower.js';
import { SupplyProgress } from './supply-progress.js';
import { SupplySnapshot } from './supply-snapshot.js';
import { Supply } from './supply.js';
import { SupplyProjection } from './supply.projection.js';

@Module({})
export class SupplyModule {
  /** @param snapshotFolder where the supply is kept for a quick start; null for nowhere */
  static keptIn(snapshotFolder: string | null): DynamicModule {
    return {
      module: SupplyModule,
      global: true,
      providers: [
        { provide: SupplySnapshot, useValue: new SupplySnapshot(snapshotFolder) },
        Supply,
        SupplyProgress,
        SupplyFollower,
        SupplyProjection,
      ],
      exports: [Supply, SupplyProgress],
    };
  }
}
