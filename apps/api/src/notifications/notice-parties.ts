import type { EventEnvelope } from '#contracts/envelope';
import type { Transaction } from '#platform/database';

/** Whom an event is about, as far as it says. */
export interface NoticeParties {
  readonly businessId: string | null;
  readonly agencyId: string | null;
  readonly assistantId: string | null;
}

type PartyId = keyof NoticeParties;

const partyIds = ['businessId', 'agencyId', 'assistantId'] as const;
/** What is a party itself. */
const ofAggregate: Readonly<Record<string, PartyId>> = {
  agency: 'agencyId',
  business: 'businessId',
  assistant: 'assistantId',
};
/** Whose events don't all name the parties; the rows do. */
const tables: Readonly<Record<string, string>> = {
  agreement: 'business_id AS "businessId", agency_id AS "agencyId", assistant_id AS "assistantId" FROM api.agreement',
  proposal: 'business_id AS "businessId", agency_id AS "agencyId", assistant_id AS "assistantId" FROM api.proposal',
  need: 'business_id AS "businessId", NULL AS "agencyId", NULL AS "assistantId" FROM api.need',
};

export async function partiesOfEvent(
  tx: Transaction,
  { aggregateType, aggregateId, data }: EventEnvelope,
): Promise<NoticeParties> {
  const said = data as Partial<Record<PartyId, string>>;
  const own = ofAggregate[aggregateType];
  const known = { ...(own !== undefined && { [own]: aggregateId }), ...said };
  const table = tables[aggregateType];
  const isUnsaid = table !== undefined && known.businessId === undefined;
  const [row] = isUnsaid ? await tx.query<NoticeParties>(`SELECT ${table} WHERE id = $1`, [aggregateId]) : [];
  return Object.fromEntries(partyIds.map((id) => [id, known[id] ?? row?.[id] ?? null])) as unknown as NoticeParties;
}

/** What the parties are called; one that isn't there any more has no name. */
export type PartyNames = Readonly<Record<string, string>>;

export async function namesOfParties(tx: Transaction, parties: readonly NoticeParties[]): Promise<PartyNames> {
  const ids = (id: PartyId): string[] => [...new Set(parties.flatMap((party) => party[id] ?? []))];
  const rows = await tx.query<{ id: string; name: string }>(
    `SELECT id, name FROM api.business WHERE id = ANY ($1)
      UNION ALL SELECT id, name FROM api.agency WHERE id = ANY ($2)
      UNION ALL SELECT id, display_name FROM api.assistant WHERE id = ANY ($3)`,
    [ids('businessId'), ids('agencyId'), ids('assistantId')],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
