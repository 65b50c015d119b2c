import { Module } from '@nestjs/common';
import { SupplyProgress } from './supply-progress.js';
import { SupplyWriter } from './supply-writer.js';
import { Supply } from './supply.js';
import { SupplyProjection } from './supply.projection.js';

@Module({ providers: [Supply, SupplyProgress, SupplyWriter, SupplyProjection], exports: [Supply, SupplyProgress] })
export class SupplyModule {}
