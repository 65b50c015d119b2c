import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { BusinessStore } from './business.store.js';
import { BusinessesController } from './businesses.controller.js';
import { ChangeBusinessHandler } from './change-business.js';
import { RegisterBusinessHandler } from './register-business.js';

@Module({
  imports: [IdentityModule],
  controllers: [BusinessesController],
  providers: [BusinessStore, RegisterBusinessHandler, ChangeBusinessHandler],
  exports: [BusinessStore],
})
export class BusinessesModule {}
