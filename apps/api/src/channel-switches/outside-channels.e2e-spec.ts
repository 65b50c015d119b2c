import type { ChannelSwitchDto, ConversationDto, MessageDto, MessagePageDto, NewChannelHookDto } from '#contracts';
import { Webhook } from 'standardwebhooks';
import { dayAheadOf } from '../testing/days.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { aMessage, aQuestion, aThread } from '../testing/conversations.js';
import { anEngagement, type Engaged, firstRunOf, move, work } from '../testing/engagements.js';
import { aPng } from '../testing/files.js';
import { aKey, aMember } from '../testing/memberships.js';
import { aBusiness, anAdministrator, type SignedIn } from '../testing/people.js';
import { noMail, testApi } from '../testing/test-api.js';

const api = await testApi({ ...noMail(), inboundDomain: 'talk.example.org' });
const { owner } = api;
const bookable = await aBookableAssistant(api);
const engaged = await anEngagement(api, bookable);
const administrator = await anAdministrator(api);
const { key: mailServer } = await aKey(api, administrator.token, ['inbound-mail:write']);
afterAll(() => api.close());

const get = (path: string, by: SignedIn) => api.http.get(path).set(by.headers());
const post = (path: string, by: SignedIn, body: object) => api.http.post(path).set(by.headers()).send(body);
const of = ({ id }: Engaged, path: string) => `/v1/engagements/${id}/${path}`;
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
let called = 0;
const saidNow = () => api.clock.now();
const aTold = (changes: object = {}) => ({
  channel: 'email',
  externalId: `told-${(called += 1)}`,
  writtenBy: 'agency',
  saidAt: saidNow(),
  text: 'The box is sorted.',
  subject: 'The box',
  ...changes,
});
const tell = (by: SignedIn, changes: object = {}, at: Engaged = engaged) =>
  post(of(at, 'outside-messages'), by, aTold(changes));
const message = async (id: string): Promise<MessageDto> =>
  (await get(of(engaged, `messages/${id}`), engaged.business).expect(200)).body as MessageDto;
const written = async (at: Engaged): Promise<number> =>
  ((await get(of(at, 'conversation'), at.business).expect(200)).body as ConversationDto).messages;

describe('a message from outside', () => {
  it('is told of once, however often it is told', async () => {
    const before = await written(engaged);
    const body = aTold();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(of(engaged, 'outside-messages'), engaged.agency, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({
      origin: 'api',
      externalId: body.externalId,
      toldBy: 'agency',
      offChannel: false,
      sentAt: body.saidAt,
    });
    expect(await written(engaged)).toBe(before + 1);
    const other = { ...body, text: 'Something else.' };
    expect(outcome(await post(of(engaged, 'outside-messages'), engaged.agency, other))).toEqual([
      409,
      'message.external-id-taken',
    ]);
    // The same id in another channel is another message.
    await post(of(engaged, 'outside-messages'), engaged.agency, { ...body, channel: 'chat' }).expect(201);
  });

  it('goes into the thread that it is about, or begins one', async () => {
    const first = await tell(engaged.agency, { subject: 'Holidays in May' }).expect(201);
    const second = await tell(engaged.business, { subject: 'RE: holidays in may', writtenBy: 'business' }).expect(201);
    expect(second.body.threadId).toBe(first.body.threadId);
    const reply = await tell(engaged.agency, { subject: 'Anything', repliesTo: second.body.externalId }).expect(201);
    expect(reply.body).toMatchObject({ threadId: first.body.threadId, repliesTo: second.body.id });
    const thread = await get(of(engaged, `threads/${first.body.threadId as string}`), engaged.business).expect(200);
    expect(thread.body).toMatchObject({ subject: 'Holidays in May', channel: 'email', messages: 3 });
  });

  it('answers a question in an agreed channel alone', async () => {
    const { messageId } = await aQuestion(api, engaged);
    const elsewhere = await tell(engaged.agency, { channel: 'phone', repliesTo: messageId }).expect(201);
    expect(elsewhere.body).toMatchObject({ offChannel: true, channel: 'phone', repliesTo: messageId });
    expect((await message(messageId)).openItem?.settledAt).toBeNull();
    const agreed = await tell(engaged.agency, { channel: 'chat', repliesTo: messageId }).expect(201);
    expect((await message(messageId)).openItem).toMatchObject({
      settledAs: 'answered',
      settledByMessageId: agreed.body.id,
    });
  });

  it('finds what it replies to also when that comes later', async () => {
    const reply = await tell(engaged.agency, { repliesTo: 'late-question' }).expect(201);
    expect(reply.body.repliesTo).toBeNull();
    const question = await tell(engaged.business, {
      externalId: 'late-question',
      writtenBy: 'business',
      expectsAnswer: true,
    }).expect(201);
    expect(question.body.openItem).toMatchObject({ settledAs: 'answered', settledByMessageId: reply.body.id });
    expect((await message(reply.body.id as string)).repliesTo).toBe(question.body.id);
  });

  it('can accept work in an agreed channel, and elsewhere neither that nor change what was agreed', async () => {
    const run = await firstRunOf(api, engaged, 'receipts');
    await move(api, engaged, run.id, 'done', engaged.agency, work({ quantity: 40 })).expect(200);
    const accepts = { runId: run.id, quality: 5 };
    const elsewhere = { channel: 'phone', writtenBy: 'business' };
    expect(outcome(await tell(engaged.business, { ...elsewhere, accepts }))).toEqual([409, 'message.off-channel']);
    expect(outcome(await tell(engaged.business, { ...elsewhere, asksForChange: true }))).toEqual([
      409,
      'message.off-channel',
    ]);
    expect(outcome(await tell(engaged.agency, { accepts }))).toEqual([409, 'message.accepts-for-the-other-side']);
    const strange = { writtenBy: 'business', accepts: { runId: engaged.id, quality: 5 } };
    expect(outcome(await tell(engaged.business, strange))).toEqual([404, 'duty-run.not-found']);
    const accepted = await tell(engaged.business, { writtenBy: 'business', accepts }).expect(201);
    expect(accepted.body.acceptsRunId).toBe(run.id);
    const { body } = await get(of(engaged, `duty-runs/${run.id}`), engaged.agency).expect(200);
    expect(body.status).toBe('accepted');
    const change = await tell(engaged.business, { writtenBy: 'business', asksForChange: true }).expect(201);
    expect(change.body).toMatchObject({ asksForChange: true, openItem: { kind: 'question', waitsFor: 'agency' } });
  });

  it.each([
    ['in the future', { saidAt: '2099-01-01T00:00:00Z' }, 400, 'message.said-in-the-future'],
    ['before the engagement', { saidAt: '2020-01-01T00:00:00Z' }, 400, 'message.said-before-the-engagement'],
    [
      'by the other side, as a promise',
      { writtenBy: 'business', promiseKeptBy: new Date(Date.now() + 86_400_000).toISOString() },
      409,
      'message.promise-of-the-other-side',
    ],
    ['in a thread that is not there', { threadId: '0197a000-0000-7000-8000-000000000001' }, 404, 'thread.not-found'],
    ['in no channel', { channel: 'pigeon' }, 400, 'request.invalid'],
  ])('is not taken that was said %s, and leaves no trace', async (_, wrong, status, code) => {
    const before = await written(engaged);
    const refused = await tell(engaged.agency, wrong);
    expect(outcome(refused)).toEqual([status, code]);
    expect(await written(engaged)).toBe(before);
  });
});

describe('a hook of a channel', () => {
  const made = async (by: SignedIn, channel = 'chat'): Promise<NewChannelHookDto> =>
    (await post(of(engaged, 'channel-hooks'), by, { channel }).expect(201)).body as NewChannelHookDto;
  const deliver = (
    hook: NewChannelHookDto,
    body: object | string,
    { id = 'delivery-1', secret = hook.secret, at = new Date() } = {},
  ) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return api.http
      .post(hook.path)
      .set({
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(id, at, text),
      })
      .send(text);
  };
  const said = (changes: object = {}) => ({ writtenBy: 'assistant', saidAt: saidNow(), text: 'Hello', ...changes });

  it('takes what is signed by its secret, once', async () => {
    const hook = await made(engaged.business);
    const body = said();
    const [first, again] = [await deliver(hook, body).expect(200), await deliver(hook, body).expect(200)];
    expect([first.body.isNew, again.body.isNew]).toEqual([true, false]);
    expect(again.body.messageId).toBe(first.body.messageId);
    expect(await message(first.body.messageId as string)).toMatchObject({
      origin: 'webhook',
      externalId: 'delivery-1',
      channel: 'chat',
      toldBy: 'business',
      writtenBy: 'assistant',
    });
  });

  it('brings files, which are what their bytes are, and belong to the message', async () => {
    const hook = await made(engaged.business);
    const file = { name: 'photo.txt', content: aPng.toString('base64') };
    const body = said({ externalId: 'with-a-photo', attachments: [file] });
    const [first, again] = [await deliver(hook, body).expect(200), await deliver(hook, body).expect(200)];
    expect([first.body.isNew, again.body.isNew]).toEqual([true, false]);
    const { fileIds } = await message(first.body.messageId as string);
    expect(fileIds).toHaveLength(1);
    for (const side of [engaged.business, engaged.agency]) {
      const { body: kept } = await get(`/v1/files/${fileIds[0]!}/details`, side).expect(200);
      expect(kept).toMatchObject({ name: 'photo.txt', mediaType: 'image/png', size: aPng.length });
    }
    const page = { name: 'page.html', content: Buffer.from('<!doctype html><p>').toString('base64') };
    const refused = await deliver(hook, said({ externalId: 'with-a-page', attachments: [file, page] }));
    expect(refused.body).toMatchObject({
      status: 415,
      code: 'file.type-not-taken',
      errors: [{ pointer: '/attachments/1' }],
    });
    const large = { name: 'large.txt', content: Buffer.alloc(1_100_000, 'a').toString('base64') };
    const tooLarge = await deliver(hook, said({ externalId: 'too-large', attachments: [large, large] }));
    expect(outcome(tooLarge)).toEqual([400, 'message.attachments-too-large']);
    expect(outcome(await deliver(hook, said({ attachments: [{ ...file, content: '%' }] })))).toEqual([
      400,
      'request.invalid',
    ]);
    await api.http
      .delete(of(engaged, `channel-hooks/${hook.id}`))
      .set(engaged.business.headers())
      .expect(204);
  });

  it('takes nothing that is forged, changed, old, or sent to one that has ended', async () => {
    const [hook, other] = [await made(engaged.agency), await made(engaged.agency)];
    const refusals = [
      await deliver(hook, said(), { secret: other.secret }),
      await deliver(hook, said(), { at: new Date(Date.now() - 6 * 60_000) }),
      await api.http.post(hook.path).set('content-type', 'application/json').send('{}'),
      await deliver({ ...hook, path: hook.path.replace(hook.id, engaged.id) }, said()),
    ];
    const path = of(engaged, `channel-hooks/${hook.id}`);
    await api.http.delete(path).set(engaged.business.headers()).expect(404);
    await api.http.delete(path).set(engaged.agency.headers()).expect(204);
    refusals.push(await deliver(hook, said()));
    expect(refusals.map(outcome)).toEqual(refusals.map(() => [401, 'channel-hook.bad-signature']));
    expect(outcome(await deliver(other, said({ writtenBy: 'nobody' })))).toEqual([400, 'request.invalid']);
    expect((await deliver(other, 'no JSON at all')).status).toBe(400);
  });

  it('is seen by both sides without its secret, and there are ten at most', async () => {
    const { body } = await get(of(engaged, 'channel-hooks'), engaged.agency).expect(200);
    const known = body.items as object[];
    expect(known).toHaveLength(2);
    expect(JSON.stringify(known)).not.toContain('whsec_');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post(of(engaged, 'channel-hooks'), engaged.agency, { channel: 'email' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(8);
    expect(outcome(answers.find(({ status }) => status === 409)!)).toEqual([409, 'channel-hook.too-many']);
    const unknown = await api.http
      .delete(of(engaged, `channel-hooks/${engaged.id}`))
      .set({ ...engaged.agency.headers(), 'if-match': '*' });
    expect(outcome(unknown)).toEqual([404, 'channel-hook.not-found']);
  });
});

describe('mail to the address of a conversation', () => {
  const address = async (): Promise<string> => {
    const { body } = await get(of(engaged, 'conversation'), engaged.business).expect(200);
    return (body as ConversationDto).mailAddress!;
  };
  const aMail = async (headers: Record<string, string>, text: string): Promise<string> =>
    [
      ...Object.entries({
        From: `Tià <${engaged.business.email}>`,
        To: await address(),
        Subject: 'The box of mails',
        'Message-ID': `<mail-${(called += 1)}@business.example>`,
        ...headers,
      }).map(([name, value]) => `${name}: ${value}`),
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      text,
    ].join('\r\n');
  const send = (mail: string, query = '') =>
    api.http
      .post(`/v1/inbound-mails${query}`)
      .set({ authorization: `Bearer ${mailServer}`, 'content-type': 'message/rfc822' })
      .send(mail);

  it('is a message of who sent it, once', async () => {
    const mail = await aMail({}, 'On ve la factura?\r\nGr=E0cies');
    const [first, again] = [await send(mail).expect(200), await send(mail).expect(200)];
    expect([first.body.isNew, again.body.isNew]).toEqual([true, false]);
    expect(await message(first.body.messageId as string)).toMatchObject({
      origin: 'email',
      channel: 'email',
      writtenBy: 'business',
      text: 'On ve la factura?\nGràcies',
      offChannel: false,
    });
  });

  it('brings its attachments as files, and names those that are of no kind that is taken', async () => {
    const part = (name: string, bytes: Buffer) => [
      '--part',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    ];
    const mail = [
      `From: ${engaged.business.email}`,
      `To: ${await address()}`,
      'Subject: Receipts',
      'Message-ID: <with-receipts@business.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain',
      '',
      'Two of them.',
      ...part('../rebut.png', aPng),
      ...part('page.html', Buffer.from('<!doctype html><p>')),
      '--part--',
    ].join('\r\n');
    const [first, again] = [await send(mail).expect(200), await send(mail).expect(200)];
    expect([first.body.isNew, again.body.isNew]).toEqual([true, false]);
    const taken = await message(first.body.messageId as string);
    expect(taken).toMatchObject({ text: 'Two of them.\n\n[page.html]', fileIds: [expect.any(String)] });
    const { body: kept } = await get(`/v1/files/${taken.fileIds[0]!}/details`, engaged.agency).expect(200);
    expect(kept).toMatchObject({ name: '.. rebut.png', mediaType: 'image/png' });
    const herself = await aMember(api, engaged.agency, ['agency.assistant'], engaged.assistantId);
    const fromHer = mail.replace(engaged.business.email, herself.email).replace('with-receipts', 'hers');
    const hers = await message((await send(fromHer).expect(200)).body.messageId as string);
    expect([hers.writtenBy, hers.fileIds.length]).toEqual(['assistant', 1]);
  });

  it('answers what it replies to, and not where a program wrote it', async () => {
    const herself = await aMember(api, engaged.agency, ['agency.assistant'], engaged.assistantId);
    const { body: question } = await tell(engaged.business, {
      externalId: 'question@business.example',
      writtenBy: 'business',
      expectsAnswer: true,
    }).expect(201);
    const reply = { From: herself.email, 'In-Reply-To': '<question@business.example>', Subject: 'Re: The box' };
    const away = await send(await aMail({ ...reply, 'Auto-Submitted': 'auto-replied' }, 'I am away.')).expect(200);
    expect(await message(away.body.messageId as string)).toMatchObject({ automatic: true, repliesTo: question.id });
    expect((await message(question.id as string)).openItem?.settledAt).toBeNull();
    const answer = await send(await aMail(reply, 'It is in the blue folder.')).expect(200);
    expect(await message(answer.body.messageId as string)).toMatchObject({
      writtenBy: 'assistant',
      repliesTo: question.id,
      threadId: question.threadId,
    });
    expect((await message(question.id as string)).openItem?.settledAs).toBe('answered');
  });

  it('is found by References, and by the id of a message that was written here', async () => {
    const thread = await aThread(api, engaged, 'Written here');
    const { id } = await aMessage(api, thread, engaged.agency);
    const references = `<${id}@talk.example.org> <unknown@else.example>`;
    const { body } = await send(await aMail({ References: references }, 'Yes.')).expect(200);
    expect(await message(body.messageId as string)).toMatchObject({ repliesTo: id, threadId: thread.id });
  });

  it('is refused from strangers, for nobody, and where it is no mail, with what the mail server can say', async () => {
    const stranger = await aBusiness(api);
    const to = await address();
    const refusals = [
      await send(await aMail({ From: stranger.email }, 'Hello')),
      await send(await aMail({ To: 'talk-000@talk.example.org' }, 'Hello')),
      await send(await aMail({}, 'Hello'), `?to=${encodeURIComponent(to.replace(/.@/, '!@'))}`),
      await send('this is no mail'),
    ];
    expect(refusals.map(outcome)).toEqual([
      [403, 'inbound-mail.unknown-sender'],
      [404, 'inbound-mail.unknown-address'],
      [404, 'inbound-mail.unknown-address'],
      [400, 'inbound-mail.malformed'],
    ]);
    await send(await aMail({ To: 'undisclosed' }, 'Hello'), `?to=${encodeURIComponent(to.toUpperCase())}`).expect(200);
    const { status } = await api.http.post('/v1/inbound-mails').set(engaged.business.headers()).send('x');
    expect(status).toBe(403);
  });
});

describe('a switch of channels', () => {
  const inDays = (days: number) => dayAheadOf(api.clock, days);
  const propose = (at: Engaged, by: SignedIn, body: object) => post(of(at, 'channel-switches'), by, body);
  const answer = (at: Engaged, id: string, step: string, by: SignedIn) =>
    post(of(at, `channel-switches/${id}/${step}`), by, {});

  it('takes both sides and a date, and threads go on in the new channel from that day', async () => {
    const at = await anEngagement(api, bookable);
    const thread = await aThread(api, at);
    const proposed = await propose(at, at.business, { from: 'email', to: 'helpdesk', startsOn: inDays(3) }).expect(201);
    const { id } = proposed.body as ChannelSwitchDto;
    expect(outcome(await answer(at, id, 'acceptance', at.business))).toEqual([409, 'channel-switch.own-proposal']);
    const coordinator = await aMember(api, at.agency, ['agency.coordinator']);
    expect((await answer(at, id, 'acceptance', coordinator)).status).toBe(403);
    const agreed = await answer(at, id, 'acceptance', at.agency).expect(200);
    expect(agreed.body).toMatchObject({ status: 'agreed', version: 2 });
    await get(proposed.headers['location']!, at.agency).expect(200, agreed.body);
    const today = await get(of(at, 'conversation'), at.business).expect(200);
    expect(today.body.channels).toEqual(['email', 'chat']);
    const { rows } = await owner.query(
      `SELECT channel FROM api.agreed_channel WHERE engagement_id = $1 AND period @> now() + interval '4 days' ORDER BY place`,
      [at.id],
    );
    expect(rows).toEqual([{ channel: 'helpdesk' }, { channel: 'chat' }]);
    // As if the day had come on which the old channel ends, and the new one had not begun.
    await owner.query(
      `UPDATE api.agreed_channel SET period = tstzrange(lower(period), lower(period) + interval '1 millisecond')
        WHERE engagement_id = $1 AND channel = 'email'`,
      [at.id],
    );
    const { body } = await get(of(at, `threads/${thread.id}`), at.business).expect(200);
    expect(body.channel).toBeNull();
    expect(outcome(await post(of(at, 'messages'), at.business, { threadId: thread.id, text: 'Hello' }))).toEqual([
      409,
      'thread.channel-over',
    ]);
  });

  it('has one winner, whoever is asked at once', async () => {
    for (let round = 0; round < 2; round += 1) {
      const at = await anEngagement(api, bookable);
      let [from, to] = ['email', 'helpdesk'];
      for (let race = 0; race < 50; race += 1) {
        const body = { from, to, startsOn: inDays(2 + race) };
        const proposals = await Promise.all([propose(at, at.business, body), propose(at, at.agency, body)]);
        const second = proposals.find(({ status }) => status !== 201)!;
        expect(outcome(second)).toEqual([409, 'channel-switch.already-proposed']);
        const { id, proposedBy } = proposals.find(({ status }) => status === 201)!.body as ChannelSwitchDto;
        const [own, other] = proposedBy === 'business' ? [at.business, at.agency] : [at.agency, at.business];
        const answers = await Promise.all([
          answer(at, id, 'acceptance', other),
          answer(at, id, 'withdrawal', own),
          answer(at, id, 'declination', other),
        ]);
        const lost = answers.filter(({ status }) => status !== 200);
        expect(lost.map(outcome)).toEqual([
          [409, 'channel-switch.closed'],
          [409, 'channel-switch.closed'],
        ]);
        if (answers[0]!.status === 200) [from, to] = [to, from];
      }
      const { rows } = await owner.query(
        `SELECT count(*)::int AS told, count(DISTINCT aggregate_id)::int AS switches FROM
           (SELECT aggregate_id, type, data FROM api.outbox UNION ALL SELECT aggregate_id, type, data FROM api.journal) AS event
          WHERE type LIKE 'channel-switch.%' AND type <> 'channel-switch.proposed.v1' AND data ->> 'engagementId' = $1`,
        [at.id],
      );
      expect(rows).toEqual([{ told: 50, switches: 50 }]);
      const { rows: most } = await owner.query(
        `SELECT max(held)::int AS channels FROM (SELECT (SELECT count(*) FROM api.agreed_channel other
             WHERE other.engagement_id = $1 AND other.period @> lower(agreed.period)) AS held
           FROM api.agreed_channel agreed WHERE engagement_id = $1) AS counted`,
        [at.id],
      );
      expect(most).toEqual([{ channels: 2 }]);
    }
  });

  it("is nobody else's", async () => {
    const stranger = await aBusiness(api);
    const body = { from: 'email', to: 'helpdesk', startsOn: inDays(2) };
    expect(outcome(await propose(engaged, stranger, body))).toEqual([404, 'engagement.not-found']);
    expect(outcome(await answer(engaged, engaged.id, 'acceptance', engaged.agency))).toEqual([
      404,
      'channel-switch.not-found',
    ]);
    expect(((await get('/v1/conversations', stranger).expect(200)).body as MessagePageDto).items).toEqual([]);
  });
});
