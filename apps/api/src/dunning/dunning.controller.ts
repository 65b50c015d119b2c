import { Access, type Actor, agencyTeam, scopeOf } from '#access';
import { InvoiceDunningDto, WaiveReminderFeeDto } from '#contracts';
import { CurrentCall, Step } from '#platform/endpoints';
import { CurrentActor, UuidParam } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { readInvoices } from '../invoices/invoice-rules.js';
import { ReminderFees } from '../invoices/reminder-fees.js';
import { DunningStore } from './dunning.store.js';

@ApiTags('invoices')
@Controller('v1/invoices/:id/reminders')
export class DunningController {
  constructor(
    private readonly dunning: DunningStore,
    private readonly fees: ReminderFees,
  ) {}

  /** How the invoice is reminded of, as its agreement says: what was sent, and what is to come unless it is paid or disputed. */
  @Get()
  @Access(readInvoices)
  read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<InvoiceDunningDto> {
    return this.dunning.read(scopeOf(actor), id);
  }

  /** The agency lets go of the fee of a reminder that nobody has paid yet. */
  @Step('waivers', { roles: agencyTeam, scope: 'invoices:write' }, InvoiceDunningDto)
  async waive(
    @CurrentCall() { actor, now }: Call,
    @UuidParam() id: string,
    @Body() { step }: WaiveReminderFeeDto,
  ): Promise<InvoiceDunningDto> {
    await this.fees.waive(scopeOf(actor), { invoiceId: id, step }, now);
    return this.dunning.read(scopeOf(actor), id);
  }
}
