import { type DynamicModule, Module } from '@nestjs/common';
import { ratesSourceToken, ReferenceRates } from './reference-rates.js';
import { SupplyFollower } from './supply-follower.js';
import { SupplyProgress } from './supply-progress.js';
import { SupplySnapshot } from './supply-snapshot.js';
import { Supply } from './supply.js';
import { SupplyProjection } from './supply.projection.js';

@Module({})
export class SupplyModule {
  /**
   * @param snapshotFolder where the supply is kept for a quick start; null for nowhere
   * @param ratesSource where reference rates are read, a path or an address; null for nowhere
   */
  static keptIn(snapshotFolder: string | null, ratesSource: string | null = null): DynamicModule {
    return {
      module: SupplyModule,
      global: true,
      providers: [
        { provide: SupplySnapshot, useValue: new SupplySnapshot(snapshotFolder) },
        Supply,
        SupplyProgress,
        { provide: ratesSourceToken, useValue: ratesSource },
        ReferenceRates,
        SupplyFollower,
        SupplyProjection,
      ],
      exports: [Supply, SupplyProgress],
    };
  }
}
