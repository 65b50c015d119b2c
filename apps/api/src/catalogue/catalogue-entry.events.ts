import { CatalogueEntryImportedV1, CatalogueEntryRetiredV1 } from '#contracts';
import { type CatalogueEntry, type CatalogueEntryFact, importedDuty } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of an entry becomes one event, for the marketplace's own services. */
export function catalogueEntryEvent(fact: CatalogueEntryFact, entry: CatalogueEntry): EventBody {
  const { code } = entry;
  switch (fact.type) {
    case 'catalogueEntryImported': {
      const { source, externalId, details, importedAt } = fact;
      const { labels, alternativeLabels, descriptions } = details;
      const { indicativeMinutes } = importedDuty(entry);
      const data: CatalogueEntryImportedV1 = {
        code,
        source,
        externalId,
        labels,
        alternativeLabels: listed(alternativeLabels),
        descriptions,
        indicativeMinutes,
        importedAt,
      };
      return { type: CatalogueEntryImportedV1.type, audience: [], data };
    }
    case 'catalogueEntryRetired':
      return { type: CatalogueEntryRetiredV1.type, audience: [], data: { code, retiredAt: fact.retiredAt } };
    default:
      return fact satisfies never;
  }
}

const listed = ({
  en,
  es,
  ca,
}: CatalogueEntry['alternativeLabels']): CatalogueEntryImportedV1['alternativeLabels'] => ({
  ...(en && { en: [...en] }),
  ...(es && { es: [...es] }),
  ...(ca && { ca: [...ca] }),
});
