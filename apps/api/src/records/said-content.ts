import type { AmendRecordDto } from '#contracts';
import { amountsOf, type Chart, type RecordContent } from '#domain';

/** What somebody says of an entry, with what follows from it. @throws DomainError `record.amount-missing` */
export function contentSaid(said: AmendRecordDto, chart: Chart): RecordContent {
  const { kind, datedOn, description, vatRateBps = null, distanceTenths = null, fileIds = [] } = said;
  return {
    kind,
    datedOn,
    description,
    counterpart: said.counterpart ?? null,
    counterpartVatId: said.counterpartVatId ?? null,
    documentNumber: said.documentNumber ?? null,
    category: said.category ?? null,
    currency: chart.currency,
    ...amountsOf({ totalMinor: said.totalMinor, vatMinor: said.vatMinor, vatRateBps, distanceTenths }, chart),
    withheldMinor: said.withheldMinor ?? 0,
    vatRateBps,
    paidOn: said.paidOn ?? null,
    bankLineId: said.bankLineId ?? null,
    distanceTenths,
    fileIds: [...new Set(fileIds)],
    corrects: said.corrects ?? null,
  };
}

/** By what an entry is known to be there already; null for what lacks one of the three. */
export const duplicateKeyOf = ({ kind, counterpart, documentNumber, totalMinor }: RecordContent): string | null =>
  counterpart === null || documentNumber === null || kind === 'bank-line'
    ? null
    : [kind, plain(counterpart), plain(documentNumber), totalMinor].join('|');

/** Whoever writes it in other letters, or with other signs, means the same. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
