import { Module } from '@nestjs/common';
import { SupplyProgress } from './supply-progress.js';
import { SupplyFollower } from './supply-follower.js';
import { Supply } from './supply.js';
import { SupplyProjection } from './supply.projection.js';

@Module({ providers: [Supply, SupplyProgress, SupplyFollower, SupplyProjection], exports: [Supply, SupplyProgress] })
export class SupplyModule {}
