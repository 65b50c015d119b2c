import { Access, type AccessRule, type Actor, marketplace, readersOfBothSides, scopeOf } from '#access';
import {
  AccountStatementDto,
  LedgerAccountListDto,
  LedgerAccountQueryDto,
  LedgerEntryPageDto,
  LedgerEntryQueryDto,
  LedgerTimeQueryDto,
  StatementQueryDto,
  TrialBalanceDto,
} from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { CurrentActor, PageQuery, type PageRequest } from '#platform/http';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { readAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { AccountStatements } from './account-statements.js';
import { LedgerReader } from './ledger-reader.js';

const read: AccessRule = { roles: readersOfBothSides, scope: 'ledger:read' };

@ApiTags('ledger')
@Controller('v1')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly statements: AccountStatements,
  ) {}

  /** What one's own accounts come to, now or at an instant; administrators name whose, or see the marketplace's. */
  @Get('ledger/accounts')
  @Access(read)
  async accounts(@CurrentActor() actor: Actor, @Query() query: LedgerAccountQueryDto): Promise<LedgerAccountListDto> {
    return { items: await this.ledger.accounts(scopeOf(actor), query) };
  }

  /** What has changed one's own accounts, latest first. */
  @Get('ledger/entries')
  @Access(read)
  entries(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: LedgerEntryQueryDto,
  ): Promise<LedgerEntryPageDto> {
    return this.ledger.entries(scopeOf(actor), query, page);
  }

  /**
   * The statement of one's own accounts over a time, this month unless said: what each came to before, what has changed it, and what it came to
   * after that. Of at most 5,000 changes.
   */
  @Get('ledger/statement')
  @Access(read)
  statement(@CurrentCall() { actor, now }: Call, @Query() query: StatementQueryDto): Promise<AccountStatementDto> {
    return this.statements.of(scopeOf(actor), query, now);
  }

  /** The same as CSV. */
  @Get('ledger/statement.csv')
  @Access(read)
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  statementAsCsv(@CurrentCall() { actor, now }: Call, @Query() query: StatementQueryDto): Promise<string> {
    return this.statements.csv(scopeOf(actor), query, now);
  }

  /** All debits and credits by purpose and currency, now or at an instant. */
  @Get('admin/ledger/trial-balance')
  @Access(readAsAdministrator)
  async trialBalance(@Query() { at }: LedgerTimeQueryDto): Promise<TrialBalanceDto> {
    return { items: await this.ledger.trialBalance(marketplace, at) };
  }
}
