import { type Actor, scopeOf } from '#access';
import type { AgreementChangesDto, AgreementChangesQueryDto, ChangeOfPriceDto } from '#contracts';
import {
  type Agreement,
  type AgreementVersion,
  changeOfPrice,
  changesOfTerms,
  currentVersion,
  demand,
  type DutyLine,
  type Money,
  type Quote,
  sum,
  versionInForce,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { createPatch } from 'rfc6902';
import { AgreementReads } from '../agreements/agreement-reads.js';
import { writtenTermsDto } from '../agreements/agreements.dto-mapping.js';
import { InvoiceStore } from '../invoices/invoice.store.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { TermsWords } from './terms-words.js';

/** What differs between two versions of an agreement, and what that does to its price. */
@Injectable()
export class AgreementChanges {
  constructor(
    private readonly agreements: AgreementReads,
    private readonly runs: DutyRunStore,
    private readonly invoices: InvoiceStore,
  ) {}

  /** @throws DomainError `agreement.not-found`, `agreement.version-not-found` */
  async read(actor: Actor, id: string, query: AgreementChangesQueryDto, now: string): Promise<AgreementChangesDto> {
    const { state: agreement } = await this.agreements.one(actor, id);
    const [from, to] = versionsOf(agreement, query);
    const words = new TermsWords(query.language ?? 'en');
    const scope = scopeOf(actor);
    const price = changeOfPrice(from.terms, to.terms, await this.runs.priced(scope, id, now), now);
    const invoices = await this.invoices.ofEngagement(scope, id);
    const { kept, ahead } = price;
    return {
      agreementId: id,
      from: nameOf(from),
      to: nameOf(to),
      items: changesOfTerms(from.terms, to.terms).map((change) => words.change(change)),
      patch: createPatch(writtenTermsDto(from.terms), writtenTermsDto(to.terms)),
      price: {
        ...differing(price.before.total, price.after.total),
        lines: linesOf(from.terms.lines, price.before, to.terms.lines, price.after),
        kept,
        ahead: differing(ahead.before, ahead.after),
        invoiced: sum(
          invoices.map(({ subtotal }) => subtotal),
          to.terms.currency,
        ),
      },
    };
  }
}

const nameOf = ({ number, contentHash }: AgreementVersion) => ({ number, contentHash });

/** By default what is on the table beside what is in force, or beside the version before it. */
function versionsOf(
  agreement: Agreement,
  { from, to }: AgreementChangesQueryDto,
): readonly [AgreementVersion, AgreementVersion] {
  const version = (number: number, parameter: string): AgreementVersion => {
    const found = agreement.versions.find((one) => one.number === number);
    demand(found !== undefined, 'agreement.version-not-found', { parameter, number });
    return found;
  };
  const later = to === undefined ? currentVersion(agreement) : version(to, 'to');
  const inForce = versionInForce(agreement);
  const usual = inForce !== null && inForce.number < later.number ? inForce.number : later.number - 1;
  return [version(from ?? Math.max(usual, 1), 'from'), later];
}

function linesOf(
  before: readonly DutyLine[],
  quoteBefore: Quote,
  after: readonly DutyLine[],
  quoteAfter: Quote,
): ChangeOfPriceDto['lines'] {
  const lines = new Map([...before, ...after].map((line) => [line.lineId, line]));
  return [...lines.values()].map(({ lineId, description, unitPrice: { currency } }) => {
    const none: Money = { amountMinor: 0, currency };
    const netIn = ({ lines: priced }: Quote): Money => priced.find((line) => line.lineId === lineId)?.subtotal ?? none;
    return { lineId, description, ...differing(netIn(quoteBefore), netIn(quoteAfter)) };
  });
}

const differing = (before: Money, after: Money) => ({
  before,
  after,
  difference: { amountMinor: after.amountMinor - before.amountMinor, currency: after.currency },
});
