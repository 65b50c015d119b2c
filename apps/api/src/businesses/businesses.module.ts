import { Module } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { IdentityModule } from '../identity/identity.module.js';
import { BusinessStore } from './business.store.js';
import { BusinessesController } from './businesses.controller.js';
import { ChangeBusinessHandler } from './change-business.js';
import { RecordVatCheckHandler } from './record-vat-check.js';
import { RegisterBusinessHandler } from './register-business.js';
import { VatChecks } from './vat-checks.js';
import { NoVatRegister, VatRegister } from './vat-register.js';
import { ViesRegister } from './vies-register.js';

@Module({
  imports: [IdentityModule],
  controllers: [BusinessesController],
  providers: [
    BusinessStore,
    RegisterBusinessHandler,
    ChangeBusinessHandler,
    RecordVatCheckHandler,
    VatChecks,
    {
      provide: VatRegister,
      useFactory: ({ viesUrl }: ApiSettings): VatRegister =>
        typeof viesUrl === 'string' ? new ViesRegister(viesUrl) : new NoVatRegister(),
      inject: [apiSettingsToken],
    },
  ],
  exports: [BusinessStore],
})
export class BusinessesModule {}
