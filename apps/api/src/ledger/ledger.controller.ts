import {
  Access,
  type AccessRule,
  type Actor,
  administrators,
  agencyTeam,
  businessReaders,
  marketplace,
  scopeOf,
} from '#access';
import {
  LedgerAccountListDto,
  LedgerAccountQueryDto,
  LedgerEntryPageDto,
  LedgerEntryQueryDto,
  LedgerTimeQueryDto,
  TrialBalanceDto,
} from '#contracts';
import { CurrentActor, PageQuery, type PageRequest } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LedgerReader } from './ledger-reader.js';

const read: AccessRule = { roles: [...agencyTeam, ...businessReaders, ...administrators], scope: 'ledger:read' };

@ApiTags('ledger')
@Controller('v1')
export class LedgerController {
  constructor(private readonly ledger: LedgerReader) {}

  /** What one's own accounts come to, now or at an instant; administrators name whose, or see the marketplace's. */
  @Get('ledger/accounts')
  @Access(read)
  async accounts(@CurrentActor() actor: Actor, @Query() query: LedgerAccountQueryDto): Promise<LedgerAccountListDto> {
    return { items: await this.ledger.accounts(scopeOf(actor), query) };
  }

  /** The statement: what has changed one's own accounts, latest first. */
  @Get('ledger/entries')
  @Access(read)
  entries(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: LedgerEntryQueryDto,
  ): Promise<LedgerEntryPageDto> {
    return this.ledger.entries(scopeOf(actor), query, page);
  }

  /** All debits and credits by purpose and currency, now or at an instant. */
  @Get('admin/ledger/trial-balance')
  @Access({ roles: administrators, scope: 'admin:read' })
  async trialBalance(@Query() { at }: LedgerTimeQueryDto): Promise<TrialBalanceDto> {
    return { items: await this.ledger.trialBalance(marketplace, at) };
  }
}
