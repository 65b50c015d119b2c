import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { AskErasureHandler } from './ask-erasure.js';
import { ErasureStore } from './erasure.store.js';
import { ErasureSweep } from './erasure-sweep.js';
import { ErasuresController } from './erasures.controller.js';
import { OwnErasuresController } from './own-erasures.controller.js';
import { SettleErasureHandler } from './settle-erasure.js';

@Module({
  imports: [IdentityModule],
  controllers: [ErasuresController, OwnErasuresController],
  providers: [ErasureStore, AskErasureHandler, SettleErasureHandler, ErasureSweep],
})
export class ErasuresModule {}
