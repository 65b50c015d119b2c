import { IsISO8601, IsOptional, IsUUID, Length } from 'class-validator';
import { MoneyDto } from './shared-shapes.dto.js';

export class IssueInvoiceDto {
  @IsUUID() engagementId!: string;

  /** First day on which the work was accepted, in the agreement's zone. */
  @IsISO8601({ strict: true }) @Length(10, 10) periodFrom!: string;

  /** Last day, included. */
  @IsISO8601({ strict: true }) @Length(10, 10) periodTo!: string;
}

export class InvoiceQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;
}

export class InvoiceLineDto {
  lineId!: string;
  description!: string;
  unit!: string;
  quantity!: number;
  unitPrice!: MoneyDto;
  amount!: MoneyDto;
  /** The accepted runs that are invoiced by this line. */
  dutyRunIds!: string[];
}

export class InvoiceDto {
  id!: string;
  /** Gapless per issuing agency. */
  number!: string;
  engagementId!: string;
  agencyId!: string;
  businessId!: string;
  periodFrom!: string;
  periodTo!: string;
  issuedAt!: string;
  lines!: InvoiceLineDto[];
  subtotal!: MoneyDto;
  commissionBps!: number;
  commission!: MoneyDto;
  taxBps!: number;
  tax!: MoneyDto;
  taxNote!: string;
  total!: MoneyDto;
  version!: number;
}

export class InvoicePageDto {
  items!: InvoiceDto[];
  next!: string | null;
}
