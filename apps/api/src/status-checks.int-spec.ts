import {
  absenceStatuses,
  accessGrantStatuses,
  agencyStatuses,
  agreementStatuses,
  assistantStatuses,
  bookingStatuses,
  cardPaymentStatuses,
  chargebackStatuses,
  catalogueEntryStatuses,
  channelSwitchStatuses,
  clearanceStatuses,
  disputeStatuses,
  dataExportStatuses,
  dutyRunStatuses,
  engagementStatuses,
  erasureStatuses,
  needStatuses,
  mailboxStatuses,
  outsideCalendarStatuses,
  payoutStatuses,
  proposalStatuses,
  recordStatuses,
  refundStatuses,
  substitutionStatuses,
  importJobStatuses,
  suggestionEffectStatuses,
  suggestionRequestStatuses,
  taxPackStatuses,
  timeEntryStatuses,
  trainingStatuses,
  webhookDeliveryStatuses,
  webhookEndpointStatuses,
} from '#domain';
import { testDatabase } from '#platform/testing';
import { Client } from 'pg';
import { migrateApi } from './data-source.js';

/** Tables whose status is a domain's, and which; those of the others are of messages. */
const domainOf: Readonly<Record<string, readonly string[]>> = {
  absence: absenceStatuses,
  access_grant: accessGrantStatuses,
  agency: agencyStatuses,
  agreement: agreementStatuses,
  assistant: assistantStatuses,
  booking: bookingStatuses,
  card_payment: cardPaymentStatuses,
  chargeback: chargebackStatuses,
  catalogue_entry: catalogueEntryStatuses,
  channel_switch: channelSwitchStatuses,
  clearance: clearanceStatuses,
  dispute: disputeStatuses,
  data_export: dataExportStatuses,
  duty_run: dutyRunStatuses,
  engagement: engagementStatuses,
  erasure: erasureStatuses,
  need: needStatuses,
  mailbox: mailboxStatuses,
  outside_calendar: outsideCalendarStatuses,
  payout: payoutStatuses,
  proposal: proposalStatuses,
  record: recordStatuses,
  refund: refundStatuses,
  substitution: substitutionStatuses,
  catalogue_import_job: importJobStatuses,
  suggestion_effect: suggestionEffectStatuses,
  suggestion_request: suggestionRequestStatuses,
  tax_pack: taxPackStatuses,
  time_entry: timeEntryStatuses,
  training: trainingStatuses,
  webhook_delivery: webhookDeliveryStatuses,
  webhook_endpoint: webhookEndpointStatuses,
};
const withoutDomain = ['dead_letter', 'known_dead_letter'];

const database = await testDatabase({ template: 'api', migrate: (ownerUrl) => migrateApi({ ownerUrl }) });
const owner = new Client({ connectionString: database.url });
await owner.connect();
afterAll(async () => {
  await owner.end();
  await database.dispose();
});

describe('what the database lets a status be', () => {
  const rows = async (sql: string) => (await owner.query<Record<string, string>>(sql)).rows;
  const tablesWithStatus = async () =>
    (
      await rows(
        `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables
          USING (table_schema, table_name)
          WHERE table_schema = 'api' AND table_type = 'BASE TABLE' AND column_name = 'status' ORDER BY 1`,
      )
    ).map(({ name }) => name);

  it('is known of every table that has one', async () => {
    expect(await tablesWithStatus()).toEqual([...Object.keys(domainOf), ...withoutDomain].sort());
  });

  it.each(Object.entries(domainOf))('is what the domain says it can be: %s', async (table, known) => {
    const checks = await rows(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
        WHERE conrelid = 'api.${table}'::regclass AND contype = 'c'`,
    );
    const lists = checks.flatMap(
      ({ definition = '' }) => /^CHECK \(\(status = ANY \((.*)\)\)\)$/.exec(definition)?.[1] ?? [],
    );
    const listed = lists.map((list) => [...list.matchAll(/'([^']*)'/g)].map(([, word]) => word).sort());
    expect(listed).toEqual([[...known].sort()]);
  });
});
