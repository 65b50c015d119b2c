import { Module } from '@nestjs/common';
import { DunningController } from './dunning.controller.js';
import { DunningStore } from './dunning.store.js';
import { DunningSweep } from './dunning-sweep.js';

@Module({ controllers: [DunningController], providers: [DunningStore, DunningSweep] })
export class DunningModule {}
