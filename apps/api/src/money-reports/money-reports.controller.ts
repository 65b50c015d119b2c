import { Access, type AccessRule, agencyTeam, businessReaders, readersOfBothSides, scopeOf } from '#access';
import {
  AgeingListDto,
  AgeingQueryDto,
  EarningsReportDto,
  MarketplaceMoneyListDto,
  MoneyReportQueryDto,
  ReconciliationDto,
  ReconciliationQueryDto,
  SpendingReportDto,
} from '#contracts';
import { currencyOf } from '#domain';
import { CurrentCall } from '#platform/endpoints';
import { applyDecorators, Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { readAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { Ageing } from './ageing.js';
import { Earnings } from './earnings.js';
import { MarketplaceMoney } from './marketplace-money.js';
import { Reconciliation } from './reconciliation.js';
import { Spending } from './spending.js';

const readAges: AccessRule = { roles: readersOfBothSides, scope: 'ledger:read' };
const readEarnings: AccessRule = { roles: agencyTeam, scope: 'ledger:read' };
const readSpending: AccessRule = { roles: businessReaders, scope: 'ledger:read' };

/** A report as a table, for spreadsheets. */
const CsvReport = (path: string, rule: AccessRule): MethodDecorator =>
  applyDecorators(
    Get(path),
    Access(rule),
    Header('content-type', 'text/csv; charset=utf-8'),
    ApiProduces('text/csv'),
    ApiOkResponse({ schema: { type: 'string' } }),
  );

@ApiTags('reports')
@Controller('v1')
export class MoneyReportsController {
  constructor(
    private readonly ageing: Ageing,
    private readonly earnings: Earnings,
    private readonly marketplaceMoney: MarketplaceMoney,
    private readonly reconciliation: Reconciliation,
    private readonly spending: Spending,
  ) {}

  /** Open invoices by how late they are: what one owes or is owed; for administrators of whom they name, or of all. */
  @Get('reports/ageing')
  @Access(readAges)
  ages(@CurrentCall() { actor, now }: Call, @Query() { party }: AgeingQueryDto): Promise<AgeingListDto> {
    return this.ageing.of(scopeOf(actor), party, now);
  }

  /** The same as CSV. */
  @CsvReport('reports/ageing.csv', readAges)
  agesAsCsv(@CurrentCall() { actor, now }: Call, @Query() { party }: AgeingQueryDto): Promise<string> {
    return this.ageing.csv(scopeOf(actor), party, now);
  }

  /** What each assistant's accepted work comes to, and how much of her week it takes. */
  @Get('reports/earnings')
  @Access(readEarnings)
  earned(@CurrentCall() { actor, now }: Call, @Query() query: MoneyReportQueryDto): Promise<EarningsReportDto> {
    return this.earnings.of(scopeOf(actor), actor.organisationId, query, now);
  }

  /** The same as CSV. */
  @CsvReport('reports/earnings.csv', readEarnings)
  earnedAsCsv(@CurrentCall() { actor, now }: Call, @Query() query: MoneyReportQueryDto): Promise<string> {
    return this.earnings.csv(scopeOf(actor), actor.organisationId, query, now);
  }

  /** What was agreed, what was spent, and what an hour that was gained has cost, by engagement and duty. */
  @Get('reports/spending')
  @Access(readSpending)
  spent(@CurrentCall() { actor }: Call): Promise<SpendingReportDto> {
    return this.spending.of(scopeOf(actor));
  }

  /** The same as CSV, a line for each duty. */
  @CsvReport('reports/spending.csv', readSpending)
  spentAsCsv(@CurrentCall() { actor }: Call): Promise<string> {
    return this.spending.csv(scopeOf(actor));
  }

  /** What the marketplace's money comes to, by currency: volume, take rate, what is open and due. */
  @Get('admin/reports/money')
  @Access(readAsAdministrator)
  money(@CurrentCall() { now }: Call, @Query() query: MoneyReportQueryDto): Promise<MarketplaceMoneyListDto> {
    return this.marketplaceMoney.read(query, now);
  }

  /** The same as CSV. */
  @CsvReport('admin/reports/money.csv', readAsAdministrator)
  moneyAsCsv(@CurrentCall() { now }: Call, @Query() query: MoneyReportQueryDto): Promise<string> {
    return this.marketplaceMoney.csv(query, now);
  }

  /** The account in the books against the bank's statements: what each has that the other lacks, oldest first. */
  @Get('admin/reconciliation')
  @Access(readAsAdministrator)
  reconciled(@CurrentCall() { now }: Call, @Query() { currency }: ReconciliationQueryDto): Promise<ReconciliationDto> {
    return this.reconciliation.of(currencyOf(currency, []), now);
  }

  /** The differences as CSV. */
  @CsvReport('admin/reconciliation.csv', readAsAdministrator)
  reconciledAsCsv(@CurrentCall() { now }: Call, @Query() { currency }: ReconciliationQueryDto): Promise<string> {
    return this.reconciliation.csv(currencyOf(currency, []), now);
  }
}
