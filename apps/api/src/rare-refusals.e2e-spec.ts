import { eventually } from '#platform/testing';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { apiSettingsToken } from './api-settings.js';
import { CreateApiKey } from './identity/create-api-key.js';
import { dayAheadOf } from './testing/days.js';
import { anAcceptedRun, anEngagement } from './testing/engagements.js';
import { aFile, aPng } from './testing/files.js';
import { aBusiness, anAdministrator, type SignedIn } from './testing/people.js';
import { testApi } from './testing/test-api.js';

const api = await testApi();
afterAll(() => api.close());
const administrator = await anAdministrator(api);
const engaged = await anEngagement(api);
const { agency, business } = engaged;

const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const get = async (by: SignedIn, path: string) => outcome(await api.http.get(path).set(by.headers()));
const post = async (by: SignedIn, path: string, body: object = {}) =>
  outcome(await api.http.post(path).set(by.headers()).send(body));

/** What hardly anybody meets: a bound, or something that is gone. Each has its code all the same. */
describe('a refusal that hardly anybody meets', () => {
  it('says that there are too many of something already', async () => {
    await api.owner.query(
      `INSERT INTO api.calendar_feed (id, organisation_id, made_by, secret_hash, language, made_at)
        SELECT gen_random_uuid(), $1, gen_random_uuid(), n::text, 'en', now() FROM generate_series(1, 50) AS n`,
      [agency.organisationId],
    );
    expect(await post(agency, '/v1/calendar-feeds', {})).toEqual([409, 'calendar-feed.too-many']);

    await api.owner.query(
      `INSERT INTO api.record_rule (id, business_id, kind, contains, category, made_at)
        SELECT gen_random_uuid(), $1, 'expense', n::text, '600', now() FROM generate_series(1, 500) AS n`,
      [business.organisationId],
    );
    const rule = { kind: 'expense', contains: 'farines', category: '600' };
    expect(await post(business, '/v1/record-rules', rule)).toEqual([409, 'record-rule.too-many']);

    const line = 'Fecha;Concepto;Importe\n02/03/2026;Farines;-10,00';
    const fileId = await aFile(api, business, Buffer.from(line), 'bank.csv');
    await api.owner.query(
      `INSERT INTO api.record_source (business_id, name, mapping)
        SELECT $1, 'bank ' || n, '{}' FROM generate_series(1, 100) AS n`,
      [business.organisationId],
    );
    const mapping = { date: 'Fecha', amount: 'Importe', description: 'Concepto', dateOrder: 'dmy', decimal: ',' };
    expect(await post(business, '/v1/record-imports', { fileId, source: 'Banc', mapping })).toEqual([
      409,
      'record-import.too-many-sources',
    ]);

    await api.owner.query(
      `INSERT INTO api.file (id, organisation_id, name, media_type, size, sha256, uploaded_at)
        SELECT gen_random_uuid(), $1, n || '.png', 'image/png', 1, repeat('a', 64), now() FROM generate_series(1, 500) AS n`,
      [agency.organisationId],
    );
    const brought = await api.http
      .post('/v1/files?name=receipt.png')
      .set({ ...agency.headers(), 'content-type': 'application/octet-stream' })
      .send(aPng);
    expect(outcome(brought)).toEqual([409, 'file.too-many-unnamed']);
  });

  it('says of lines of a bank that there are too many, or that one tells nothing', async () => {
    const owner = await aBusiness(api);
    const imported = async (text: string) => {
      const fileId = await aFile(api, owner, Buffer.from(text), 'bank.csv');
      const { status, body } = await api.http
        .post('/v1/record-imports')
        .set(owner.headers())
        .send({ fileId, source: 'Banc' });
      return { status, body };
    };
    const head = 'Fecha;Concepto;Importe';
    const long = [head, ...Array.from({ length: 5_001 }, () => '02/03/2026;x;1,00')].join('\n');
    expect(outcome(await imported(long))).toEqual([400, 'record-import.too-many-lines']);
    const { body } = await imported(`${head}\n02/03/2026;;1,00`);
    expect(body).toMatchObject({ rejectedLines: [{ line: 2, code: 'record-import.no-description' }] });
  });

  it('says that an administrator names what is not there', async () => {
    const unknown = randomUUID();
    const assigned = { businessId: business.organisationId };
    expect(await post(administrator, `/v1/admin/bank-receipts/${unknown}/assignment`, assigned)).toEqual([
      404,
      'receipt.not-found',
    ]);
    expect(await post(administrator, `/v1/admin/payouts/${unknown}/return`)).toEqual([404, 'payout.not-found']);
    expect(await get(administrator, `/v1/admin/payout-batches/${unknown}`)).toEqual([404, 'payout-batch.not-found']);
    expect(await get(administrator, `/v1/admin/catalogue/import-jobs/${unknown}`)).toEqual([
      404,
      'catalogue-import.not-found',
    ]);
  });

  it('says that the marketplace has no account for what it would order, or nothing to order', async () => {
    const order = '/v1/admin/refunds/pain.001?currency=EUR';
    expect(await get(administrator, order)).toEqual([409, 'refund.nothing-due']);
    const settings = api.app.get<{ bankAccount: unknown }>(apiSettingsToken, { strict: false });
    const { bankAccount } = settings;
    settings.bankAccount = null;
    expect(await get(administrator, order)).toEqual([409, 'payout.no-account']);
    settings.bankAccount = bankAccount;
  });

  it('says that nobody pays by card where no service takes any', async () => {
    const amount = { amountMinor: 1_000, currency: 'EUR' };
    expect(await post(business, '/v1/card-payments', { amount })).toEqual([409, 'card-payment.not-offered']);
  });

  it('says that an archive is not made, or no more', async () => {
    const id = randomUUID();
    await api.owner.query(
      `INSERT INTO api.data_export (id, organisation_id, organisation_kind, user_id, of_whom, status, version, asked_at, finished_at, goes_at)
        SELECT $1, $2, 'business', user_id, 'person', 'cancelled', 2, now(), now(), now() + interval '1 day'
          FROM api.membership WHERE organisation_id = $2`,
      [id, business.organisationId],
    );
    expect(await get(business, `/v1/account/data-exports/${id}/archive`)).toEqual([409, 'data-export.not-ready']);
  });

  it('says that words are none', async () => {
    const blank = { text: '\u00a0\u00a0\u00a0\u00a0' };
    expect(await post(business, '/v1/duty-suggestions', blank)).toEqual([400, 'duty-suggestion.text-missing']);
  });

  it('says that a key can not do more than whoever makes it', async () => {
    const { userId } = (await api.http.get('/v1/me').set(business.headers()).expect(200)).body as { userId: string };
    const made = api.app.get(CommandBus, { strict: false }).execute(
      new CreateApiKey({
        actor: {
          userId,
          organisationId: business.organisationId,
          organisationKind: 'business',
          roles: ['business.owner'],
          scopes: ['needs:read'],
          via: 'token',
          isConfirmed: true,
          assistantId: null,
          sessionId: null,
          key: null,
        },
        name: 'ours',
        scopes: ['needs:read', 'needs:write'],
        now: api.clock.now(),
      }),
    );
    await expect(made).rejects.toMatchObject({ code: 'api-key.scope-not-held', details: { scope: 'needs:write' } });
  });

  it('says that an agency keeps no records as Spain wants them', async () => {
    await anAcceptedRun(api, engaged);
    const today = dayAheadOf(api.clock, 0);
    const { body } = await api.http
      .post('/v1/invoices')
      .set(agency.headers())
      .send({ engagementId: engaged.id, periodFrom: today, periodTo: today })
      .expect(201);
    const record = `/v1/invoices/${body.id as string}/billing-record`;
    expect(await get(agency, record)).toEqual([404, 'invoice.no-billing-record']);
  });

  it('says that entries are filed in an engagement that is under way, and that a year has begun', async () => {
    const receipt = {
      kind: 'expense',
      datedOn: dayAheadOf(api.clock, -40),
      description: 'Flour',
      counterpart: 'Farines Roca',
      documentNumber: 'F-1',
      totalMinor: 12_100,
      vatRateBps: 2_100,
      engagementId: randomUUID(),
    };
    expect(await post(agency, '/v1/records', receipt)).toEqual([404, 'record.engagement-not-found']);
    await api.owner.query(
      `INSERT INTO api.record_month (business_id, month, closed_at, checklist) VALUES ($1, '2026-01', now(), '{}')`,
      [business.organisationId],
    );
    const set = await api.http
      .patch(`/v1/businesses/${business.organisationId}/record-books`)
      .set({ ...business.headers(), 'if-match': '*' })
      .send({ fiscalYearStartsOn: '04-06' });
    expect(outcome(set)).toEqual([409, 'records.year-begun']);
  });

  it('says why an import of a catalogue could not be finished, where its program failed', async () => {
    const id = randomUUID();
    await api.owner.query(
      `INSERT INTO api.catalogue_import_job (id, source, retires_missing, is_preview, media_type, content, report, asked_at, status, version)
        VALUES ($1, 'guild', false, true, 'application/json', $2, '{}', now(), 'asked', 1)`,
      [id, Buffer.from(JSON.stringify([{ id: 'post', en: 'Post parcels' }]))],
    );
    await eventually(async () => {
      const { body } = await api.http.get(`/v1/admin/catalogue/import-jobs/${id}`).set(administrator.headers());
      expect(body).toMatchObject({ status: 'failed', problem: { code: 'catalogue-import.failed' } });
    });
  });

  it('says of what a program of the agency was sent that it is too much, or gone', async () => {
    const { body } = await api.http
      .post('/v1/webhooks')
      .set(agency.headers())
      .send({ url: 'http://127.0.0.1:9/', types: ['agency.details-changed.v1'] })
      .expect(201);
    const endpoint = `/v1/webhooks/${body.id as string}`;
    const deliveryId = randomUUID();
    await api.owner.query(
      `INSERT INTO api.webhook_delivery (id, endpoint_id, organisation_id, place, position, event_id, event_type, happened_at, queued_at, again, status, settled_at)
        VALUES ($1, $2, $3, 1000000, 1000000, gen_random_uuid(), 'agency.details-changed.v1', now(), now(), false, 'delivered', now())`,
      [deliveryId, body.id, agency.organisationId],
    );
    expect(await post(agency, `${endpoint}/deliveries/${deliveryId}/redelivery`)).toEqual([
      409,
      'webhook-delivery.event-gone',
    ]);
    await api.http
      .patch(`/v1/agencies/${agency.organisationId}`)
      .set({ ...agency.headers(), 'if-match': '*' })
      .send({ name: 'Ajuda Nova' })
      .expect(200);
    await eventually(async () => {
      const { rows } = await api.owner.query(
        `SELECT position FROM api.journal WHERE type = 'agency.details-changed.v1' AND audience && ARRAY[$1::uuid]`,
        [agency.organisationId],
      );
      expect(rows).toHaveLength(1);
    });
    await api.owner.query(
      `INSERT INTO api.journal
        SELECT (jsonb_populate_record(j, jsonb_build_object('position', j.position + 10000 + n, 'event_id', gen_random_uuid()))).*
          FROM api.journal j, generate_series(1, 1001) AS n WHERE j.type = 'agency.details-changed.v1'`,
    );
    const span = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    expect(await post(agency, `${endpoint}/redeliveries`, span)).toEqual([409, 'webhook-endpoint.span-too-long']);
  });
});
