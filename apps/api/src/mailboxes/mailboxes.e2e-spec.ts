import { eventually } from '#platform/testing';
import { ImapServer } from '../testing/imap-server.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const api = await testApi();
const servers: ImapServer[] = [];
const aServer = async (): Promise<ImapServer> => {
  const server = await ImapServer.listening();
  servers.push(server);
  return server;
};
afterAll(async () => {
  await api.close();
  for (const server of servers) server.close();
});

const userName = 'hello@bakery.example';
const anyVersion = (by: SignedIn) => ({ ...by.headers(), 'if-match': '*' });
const connect = (by: SignedIn, { port }: ImapServer, changes: object = {}) =>
  api.http
    .post('/v1/mailboxes')
    .set(by.headers())
    .send({ host: '127.0.0.1', port, security: 'none', userName, password: 'a password for apps', ...changes });
const connected = async (by: SignedIn, server: ImapServer) =>
  (await connect(by, server).expect(201)).body as { id: string };
const shown = async (by: SignedIn, { id }: { id: string }) =>
  (await api.http.get(`/v1/mailboxes/${id}`).set(by.headers()).expect(200)).body;
/** Servers say when they took a mail in to the second. */
const began = Math.floor(Date.parse(api.clock.now()) / 1_000) * 1_000;
const hoursAgo = (hours: number): string => new Date(began - hours * 3_600_000).toISOString();
const enquiriesOf = async (by: SignedIn) =>
  (await api.http.get('/v1/enquiries?sort=opened').set(by.headers()).expect(200)).body.items.map(
    ({ reference, openedAt, firstAnsweredAt, automatic, reopened, source }: Record<string, unknown>) => ({
      reference,
      openedAt,
      firstAnsweredAt,
      ...(automatic === true && { automatic }),
      ...(reopened === true && { reopened }),
      source,
    }),
  );
const caughtUp = (by: SignedIn, mailbox: { id: string }, mails: number) =>
  eventually(async () =>
    expect(await shown(by, mailbox)).toMatchObject({ mails, caughtUp: true, failure: null, status: 'connected' }),
  );
const readAgain = async (by: SignedIn, { id }: { id: string }) => {
  api.clock.advance({ minutes: 2 });
  await api.http.post(`/v1/mailboxes/${id}/reading`).set(by.headers()).expect(200);
};
const customer = 'ana@customer.example';

describe('a mailbox in which customers write', () => {
  it('is looked at and never changed, and says when they were answered, and nothing of who asked what', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    const { INBOX, Sent } = server.folders;
    INBOX.mails.push(
      { id: 'a@x', from: customer, at: hoursAgo(30) },
      { id: 'b@x', from: customer, at: hoursAgo(29), inReplyTo: 'a@x' },
      { id: 'news@x', from: customer, at: hoursAgo(28), headers: ['List-Id: <news.example>'] },
      { id: 'away@x', from: customer, at: hoursAgo(26), inReplyTo: 's@x', headers: ['Auto-Submitted: auto-replied'] },
      { id: 'c@x', from: customer, at: hoursAgo(20), headers: ['References: <a@x> <s@x>'] },
    );
    Sent.mails.push(
      { id: 'out@x', from: userName, at: hoursAgo(30), inReplyTo: 'a@x', headers: ['Auto-Submitted: auto-replied'] },
      { id: 's@x', from: userName, at: hoursAgo(27), inReplyTo: 'b@x', headers: ['References: <a@x> <b@x>'] },
    );
    const mailbox = await connected(business, server);
    await caughtUp(business, mailbox, 7);
    const source = 'mailbox';
    const opened = { reference: 'a@x', openedAt: hoursAgo(30), firstAnsweredAt: hoursAgo(27), source };
    const news = { reference: 'news@x', openedAt: hoursAgo(28), firstAnsweredAt: null, automatic: true, source };
    const anew = { reference: 'a@x', openedAt: hoursAgo(20), firstAnsweredAt: null, reopened: true, source };
    const opening = [opened, news, anew];
    expect(await enquiriesOf(business)).toEqual(opening);
    const verbs = new Set(server.commands.map((command) => /^(?:UID )?\S+/.exec(command)![0]));
    for (const changing of ['SELECT', 'STORE', 'UID STORE', 'EXPUNGE', 'APPEND'])
      expect(verbs.has(changing)).toBe(false);
    const fetched = server.commands.filter((command) => command.startsWith('UID FETCH'));
    for (const command of fetched) expect(command).not.toMatch(/BODY\[|BODY\.PEEK\[(?:TEXT|\])|RFC822(?!\.SIZE)/);

    // A later answer is read from where it was read last; the same mails again change nothing.
    Sent.mails.push({ id: 't@x', from: userName, at: hoursAgo(1), inReplyTo: 'c@x' });
    server.commands.length = 0;
    await readAgain(business, mailbox);
    await caughtUp(business, mailbox, 8);
    const answered = [opened, news, { ...anew, firstAnsweredAt: expect.any(String) }];
    expect(await enquiriesOf(business)).toEqual(answered);
    expect(server.commands.filter((command) => command.startsWith('UID FETCH'))).toHaveLength(1);
    INBOX.uidValidity = 2;
    await readAgain(business, mailbox);
    await eventually(() => expect(server.commands.filter((command) => command.includes('SINCE'))).toHaveLength(1));
    await caughtUp(business, mailbox, 8);
    expect(await enquiriesOf(business)).toEqual(answered);

    const kept = await api.owner.query(
      `SELECT reading::text, mail::text FROM api.mailbox_reading reading
      JOIN api.mailbox_mail mail USING (mailbox_id) WHERE mailbox_id = $1`,
      [mailbox.id],
    );
    expect(kept.rows).toHaveLength(8);
    expect(JSON.stringify(kept.rows)).not.toMatch(/secret|customer\.example|for apps/i);
    await api.http.delete(`/v1/mailboxes/${mailbox.id}`).set(anyVersion(business)).expect(204);
    await api.http.get(`/v1/mailboxes/${mailbox.id}`).set(business.headers()).expect(404);
    const left = await api.owner.query(
      `SELECT (SELECT count(*) FROM api.mailbox_reading WHERE mailbox_id = $1) + (SELECT count(*) FROM api.mailbox_mail
         WHERE mailbox_id = $1) AS count, (SELECT state::text FROM api.mailbox WHERE id = $1) AS state`,
      [mailbox.id],
    );
    expect(left.rows[0].count).toBe('0');
    expect(left.rows[0].state).not.toContain('bakery');
    expect(await enquiriesOf(business)).toEqual(answered);
  });

  it('says why it can’t be read, and is tried again later and later', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    server.password = 'another';
    const mailbox = await connected(business, server);
    const failing = (failure: string) =>
      eventually(async () => expect((await shown(business, mailbox)).failure).toBe(failure));
    await failing('login-refused');
    const { nextReadAt, failingSince } = await shown(business, mailbox);
    expect(Date.parse(nextReadAt) - Date.parse(failingSince)).toBe(30 * 60_000);
    server.password = 'a password for apps';
    for (const [misbehaviour, failure] of [
      ['huge', 'too-large'],
      ['not-imap', 'not-imap'],
      ['endless', 'too-large'],
      ['no-search', 'connection'],
    ] as const) {
      server.misbehaviour = misbehaviour;
      server.folders.INBOX.mails.push({ id: `${misbehaviour}@x`, from: customer, at: hoursAgo(1) });
      await readAgain(business, mailbox);
      await failing(failure);
    }
    server.misbehaviour = null;
    server.hasSentFolder = false;
    await readAgain(business, mailbox);
    await failing('no-sent-folder');
    server.hasSentFolder = true;
    await readAgain(business, mailbox);
    await caughtUp(business, mailbox, 4);
    expect(await enquiriesOf(business)).toHaveLength(4);
  });

  it('is asked no more often than once a minute, whether that fails or not', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    server.password = 'another';
    const mailbox = await connected(business, server);
    await eventually(async () => expect((await shown(business, mailbox)).failure).toBe('login-refused'));
    const { nextReadAt } = await shown(business, mailbox);
    await api.http.post(`/v1/mailboxes/${mailbox.id}/reading`).set(business.headers()).expect(200);
    expect((await shown(business, mailbox)).nextReadAt).toBe(nextReadAt);
  });

  it('with old mails alone is read on from its end', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    const old = Array.from({ length: 3 }, (_, index) => ({ id: `${index}@x`, from: customer, at: hoursAgo(24 * 300) }));
    server.folders.INBOX.mails.push(...old);
    const mailbox = await connected(business, server);
    await caughtUp(business, mailbox, 0);
    server.folders.INBOX.mails.push({ id: 'new@x', from: customer, at: hoursAgo(1) });
    server.commands.length = 0;
    await readAgain(business, mailbox);
    await caughtUp(business, mailbox, 1);
    expect(server.commands).toContain('UID SEARCH UID 4:*');
  });

  it('counts a conversation once, though what links its mails comes last', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    const { INBOX, Sent } = server.folders;
    INBOX.mails.push({ id: 'a@x', from: customer, at: hoursAgo(30) });
    INBOX.mails.push({ id: 'c@x', from: customer, at: hoursAgo(20), inReplyTo: 'b@x' });
    const mailbox = await connected(business, server);
    await caughtUp(business, mailbox, 2);
    expect(await enquiriesOf(business)).toMatchObject([{ reference: 'a@x' }, { reference: 'b@x' }]);
    Sent.mails.push({ id: 'b@x', from: userName, at: hoursAgo(10), inReplyTo: 'a@x' });
    await readAgain(business, mailbox);
    await caughtUp(business, mailbox, 3);
    const once = { reference: 'a@x', openedAt: hoursAgo(30), firstAnsweredAt: hoursAgo(10), source: 'mailbox' };
    expect(await enquiriesOf(business)).toEqual([once]);
  });

  it('is no way into networks that nobody outside can reach', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    const mailbox = (await connect(business, server, { host: '10.0.0.1' }).expect(201)).body;
    await eventually(async () => expect((await shown(business, mailbox)).failure).toBe('address-refused'));
  });

  it('is the owner’s to connect and the business’s to look at, and nobody else’s', async () => {
    const [business, server] = [await aBusiness(api), await aServer()];
    const colleague = await aMember(api, business, ['business.colleague']);
    await connect(colleague, server).expect(403);
    const mailbox = await connected(business, server);
    const listed = await api.http.get('/v1/mailboxes').set(colleague.headers()).expect(200);
    expect(listed.body.items).toMatchObject([{ id: mailbox.id, host: '127.0.0.1', userName }]);
    expect(JSON.stringify(listed.body)).not.toContain('for apps');
    for (const stranger of [await aBusiness(api), await anAgency(api)]) {
      const answer = await api.http.get(`/v1/mailboxes/${mailbox.id}`).set(stranger.headers());
      expect([403, 404]).toContain(answer.status);
    }
    const refusal = async (changes: object) => (await connect(business, server, changes)).body.code;
    expect(await refusal({})).toBe('mailbox.already-connected');
    expect(await refusal({ host: 'imap bakery' })).toBe('mailbox.bad-host');
    expect(await refusal({ userName: 'ü\u200b' })).toBe('request.invalid');
  });
});
