import { BankFeeDto, NoteBankFeeDto } from '#contracts';
import { CurrentCall, Step } from '#platform/endpoints';
import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { actAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { NoteBankFee } from './note-bank-fee.js';

@ApiTags('payments')
@Controller('v1/admin/bank-fees')
export class BankFeesController {
  constructor(private readonly commands: CommandBus) {}

  /** Says of a debit on a statement that nobody ordered that it is a fee of the bank, and posts it. */
  @Step('', actAsAdministrator, BankFeeDto, { status: 201 })
  note(@CurrentCall() call: Call, @Body() { bankReference }: NoteBankFeeDto): Promise<BankFeeDto> {
    return this.commands.execute(new NoteBankFee({ ...call, bankReference }));
  }
}
