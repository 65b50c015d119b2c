import { Access, type AccessRule, type Actor, administrators, agencyTeam, businessReaders, scopeOf } from '#access';
import { InvoiceDunningDto } from '#contracts';
import { CurrentActor, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DunningStore } from './dunning.store.js';

const read: AccessRule = { roles: [...agencyTeam, ...businessReaders, ...administrators], scope: 'invoices:read' };

@ApiTags('invoices')
@Controller('v1/invoices/:id/reminders')
export class DunningController {
  constructor(private readonly dunning: DunningStore) {}

  /** How the invoice is reminded of, as its agreement says: what was sent, and what is to come unless it is paid or disputed. */
  @Get()
  @Access(read)
  read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<InvoiceDunningDto> {
    return this.dunning.read(scopeOf(actor), id);
  }
}
