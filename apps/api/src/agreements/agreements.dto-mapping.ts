import type {
  AccountableDto,
  AgreementDto,
  AgreementSummaryDto,
  AgreementTermsChoiceDto,
  AgreementVersionDto,
  AsNeededDto,
  PaymentTermsDto,
  QuoteDto,
  ReviseAgreementDto,
  SuggestionDto,
  WrittenTermsDto,
} from '#contracts';
import {
  type Accountable,
  type Agreement,
  type AgreementTerms,
  type AgreementVersion,
  type AsNeeded,
  currentVersion,
  DomainError,
  isInstant,
  money,
  type PaymentTerms,
  quoteOf,
  type RevisedTerms,
  type Side,
  suggestionOf,
  taxReasonOf,
  type TermsChoice,
  versionInForce,
  versionToQuote,
} from '#domain';
import type { Versioned } from '#platform/database';
import { holidayCalendar } from '../holidays.js';
import { partiesOf } from '../parties-of.js';

/** @throws DomainError `money.unknown-currency` */
export function revisedTerms(dto: ReviseAgreementDto): RevisedTerms {
  const { lines, hourlyRate, holidays, payment, ...terms } = dto;
  return {
    ...terms,
    holidays: holidays && holidayCalendar(holidays, ['holidays']),
    payment: payment && paymentOf(payment),
    hourlyRate: hourlyRate && money(hourlyRate.amountMinor, hourlyRate.currency, ['hourlyRate']),
    lines: lines.map(({ accountable, unitPrice, asNeeded, mode, rule, ...line }, index) => ({
      ...line,
      ...(rule && { rule }),
      ...(asNeeded && { asNeeded: asNeededOf(asNeeded) }),
      ...(mode && { mode }),
      accountable: accountable.map(accountableOf),
      unitPrice: money(unitPrice.amountMinor, unitPrice.currency, ['lines', index, 'unitPrice']),
    })),
  };
}

const asNeededOf = ({ stepMinutes, pack }: AsNeededDto): AsNeeded => ({ stepMinutes, ...(pack && { pack }) });

/** @throws DomainError `agreement.limit-missing`, `money.unknown-currency` */
function paymentOf({ mode, limit }: PaymentTermsDto): PaymentTerms {
  if (mode === 'prepaid') return { mode };
  if (!limit) throw new DomainError('agreement.limit-missing', { at: ['payment', 'limit'] });
  return { mode, limit: money(limit.amountMinor, limit.currency, ['payment', 'limit']) };
}

/** @throws DomainError `holidays.unknown-calendar` */
export const chosenTerms = ({ holidays, ...choice }: AgreementTermsChoiceDto): Partial<TermsChoice> => ({
  ...choice,
  ...(holidays && { holidays: holidayCalendar(holidays, ['holidays']) }),
});

const accountableOf = ({ party, personName }: AccountableDto): Accountable =>
  party === 'assistant' ? { party } : { party, personName: personName ?? '' };

function agreementSummaryDto({ state, version }: Versioned<Agreement>): AgreementSummaryDto {
  const { agreementId, needId, proposalId, status } = state;
  const { number, contentHash } = currentVersion(state);
  return {
    id: agreementId,
    needId,
    proposalId,
    ...partiesOf(state),
    instant: isInstant(state),
    status,
    versionInForce: versionInForce(state)?.number ?? null,
    current: { number, contentHash },
    version,
  };
}

export const agreementDto = (agreement: Versioned<Agreement>): AgreementDto => ({
  ...agreementSummaryDto(agreement),
  versions: agreement.state.versions.map(versionDto),
});

/** All that both sides accept, as the contract shows it. */
export function writtenTermsDto(terms: AgreementTerms): WrittenTermsDto {
  const {
    assistantId: _,
    lines,
    channels,
    adoptedSuggestions,
    instantLimits,
    noticeDays = 0,
    holidays,
    payment,
    invoicing,
    ...others
  } = terms;
  return {
    ...others,
    noticeDays,
    holidays: holidays ? { ...holidays } : null,
    payment: payment ? { ...payment } : null,
    invoicing: invoicing ? { ...invoicing, reminders: invoicing.reminders.map((step) => ({ ...step })) } : null,
    lines: lines.map(({ accountable, asNeeded = null, mode = null, rule = null, ...line }) => ({
      ...line,
      mode,
      rule,
      accountable: [accountable],
      asNeeded: asNeeded && { ...asNeeded, pack: asNeeded.pack ? { ...asNeeded.pack } : null },
    })),
    channels: [...channels],
    adoptedSuggestions: adoptedSuggestions.map((one) => suggestionOf(one) as SuggestionDto),
    instantLimits: instantLimits ? { ...instantLimits } : null,
  };
}

function versionDto({
  number,
  contentHash,
  terms,
  writtenBy,
  writtenAt,
  acceptances,
}: AgreementVersion): AgreementVersionDto {
  const acceptedBy = (side: Side) => acceptances.find((acceptance) => acceptance.side === side);
  return {
    number,
    contentHash,
    ...writtenTermsDto(terms),
    writtenBy,
    writtenAt,
    acceptedByAgencyAt: acceptedBy('agency')?.acceptedAt ?? null,
    acceptedByBusinessAt: acceptedBy('business')?.acceptedAt ?? null,
    standingAcceptance: acceptedBy('agency')?.standing ?? false,
  };
}

/**
 * The quote of a version; without a number, of the one in force, or of the one on the table where none is.
 * @throws DomainError `agreement.version-not-found`
 */
export function quoteDto(agreement: Agreement, number: number | undefined): QuoteDto {
  const version = versionToQuote(agreement, number);
  if (!version) throw new DomainError('agreement.version-not-found', { parameter: 'version', number });
  const { lines: priced, ...quote } = quoteOf(version.terms);
  const lines = version.terms.lines.map((line, index) => {
    const price = priced[index];
    if (!price) throw new Error(`line ${line.lineId} has no price`);
    const { description, unit, cadence } = line;
    return { ...price, description, unit, cadence, quantity: price.occurrences * price.volume };
  });
  return {
    agreementId: agreement.agreementId,
    versionNumber: version.number,
    contentHash: version.contentHash,
    parties: version.terms.parties,
    ...quote,
    taxReason: { ...taxReasonOf(version.terms) },
    lines,
  };
}
