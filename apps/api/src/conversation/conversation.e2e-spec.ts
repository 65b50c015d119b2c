import type { ConversationDto, MessageDto, MessagePageDto } from '#contracts';
import { eventually } from '#platform/testing';
import { get as getFrom } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aBookableAssistant } from '../testing/bookable.js';
import { aMessage, aQuestion, aThread } from '../testing/conversations.js';
import { anEngagement, type Engaged, signedInAgain } from '../testing/engagements.js';
import { anAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { OverdueMessages } from './overdue-messages.js';

const api = await testApi();
const { owner } = api;
const bookable = await aBookableAssistant(api);
afterAll(() => api.close());

describe('the conversation of an engagement', () => {
  const get = (path: string, by: SignedIn) => api.http.get(path).set(by.headers());
  const post = (path: string, by: SignedIn, body: object) => api.http.post(path).set(by.headers()).send(body);
  const listed = async ({ id }: Engaged, by: SignedIn, query = ''): Promise<MessageDto[]> =>
    ((await get(`/v1/engagements/${id}/messages${query}`, by).expect(200)).body as MessagePageDto).items;
  const open = async (by: SignedIn, query = ''): Promise<MessageDto[]> =>
    ((await get(`/v1/open-items${query}`, by).expect(200)).body as MessagePageDto).items;
  const conversation = async ({ id }: Engaged, by: SignedIn): Promise<ConversationDto> =>
    (await get(`/v1/engagements/${id}/conversation`, by).expect(200)).body as ConversationDto;
  const events = async (messageId: string): Promise<{ type: string; version: number }[]> =>
    (await api.told({ ids: [messageId] })).map(({ type, version }) => ({ type, version }));

  it('is held in the channels of the agreement and in no other', async () => {
    const engaged = await anEngagement(api, bookable);
    expect(await conversation(engaged, engaged.business)).toMatchObject({ channels: ['email', 'chat'], messages: 0 });
    const path = `/v1/engagements/${engaged.id}/threads`;
    const refused = await post(path, engaged.agency, { subject: 'Calls', channel: 'phone' });
    expect([refused.status, refused.body.code]).toEqual([409, 'thread.channel-not-agreed']);
    const opened = await post(path, engaged.agency, { subject: 'Calls', channel: 'chat' }).expect(201);
    expect(opened.body).toMatchObject({ subject: 'Calls', channel: 'chat', openedBy: 'agency', messages: 0 });
    await get(opened.headers['location']!, engaged.business).expect(200);
    expect((await get(path, engaged.business).expect(200)).body.items).toHaveLength(1);
    const planted = owner.query(
      `INSERT INTO api.agreed_channel SELECT gen_random_uuid(), engagement_id, business_id, agency_id, 'phone', 2, period
         FROM api.agreed_channel WHERE engagement_id = $1 AND place = 1`,
      [engaged.id],
    );
    await expect(planted).rejects.toMatchObject({ code: '23P01' });
  });

  it('numbers messages without gaps, however many are sent at once', async () => {
    const engaged = await anEngagement(api, bookable);
    const thread = await aThread(api, engaged);
    const writers = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? engaged.business : engaged.agency));
    await Promise.all(writers.map((by, index) => aMessage(api, thread, by, { text: `No. ${index}` })));
    const messages = await listed(engaged, engaged.agency, '?sort=number');
    expect(messages.map(({ number }) => number)).toEqual(writers.map((_, index) => index + 1));
    expect(new Set(messages.map(({ text }) => text)).size).toBe(12);
  });

  it('keeps a question open until the other side answers it, and links the answer', async () => {
    const engaged = await anEngagement(api, bookable);
    const herself = await aMember(api, engaged.agency, ['agency.assistant'], engaged.assistantId);
    const { threadId, messageId } = await aQuestion(api, engaged);
    const thread = { id: threadId, engagementId: engaged.id };
    await aMessage(api, thread, engaged.business, { repliesTo: messageId, text: 'Or on Tuesday' });
    expect(await open(engaged.business, `?engagementId=${engaged.id}`)).toMatchObject([
      { id: messageId, openItem: { kind: 'question', waitsFor: 'agency', overdue: false, settledAt: null } },
    ]);
    expect(await open(engaged.business, `?engagementId=${engaged.id}&waitsFor=us`)).toEqual([]);
    expect(await open(herself, '?waitsFor=us')).toMatchObject([{ id: messageId }]);
    expect(await conversation(engaged, engaged.agency)).toMatchObject({ waiting: 1, overdue: 0, unread: 2 });
    const answer = await aMessage(api, thread, herself, { repliesTo: messageId, text: 'Tuesday is fine' });
    expect(answer).toMatchObject({ writtenBy: 'assistant', repliesTo: messageId, number: 3 });
    const { body } = await get(`/v1/engagements/${engaged.id}/messages/${messageId}`, engaged.business).expect(200);
    expect(body.openItem).toMatchObject({ settledAs: 'answered', settledByMessageId: answer.id });
    expect(await open(engaged.business, `?engagementId=${engaged.id}`)).toEqual([]);
    expect(await events(messageId)).toEqual([
      { type: 'message.sent.v1', version: 1 },
      { type: 'message.settled.v1', version: 2 },
    ]);
  });

  it('knows what each reader has read', async () => {
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const thread = await aThread(api, engaged);
    await aMessage(api, thread, engaged.business);
    const last = await aMessage(api, thread, engaged.business);
    await aMessage(api, thread, engaged.agency);
    const path = `/v1/engagements/${engaged.id}/threads/${thread.id}`;
    const unread = async (by: SignedIn) => (await get(path, by).expect(200)).body.unread as number;
    const coordinator = await aMember(api, engaged.agency, ['agency.coordinator']);
    expect([await unread(engaged.agency), await unread(coordinator), await unread(engaged.business)]).toEqual([
      2, 2, 1,
    ]);
    await post(`${path}/read`, coordinator, { upTo: last.number }).expect(200);
    await post(`${path}/read`, coordinator, { upTo: 1 }).expect(200);
    await post(`${path}/read`, engaged.business, { upTo: 2_000_000 }).expect(200);
    expect([await unread(engaged.agency), await unread(coordinator), await unread(engaged.business)]).toEqual([
      2, 0, 0,
    ]);
  });

  it('is searched in the languages that it is held in', async () => {
    const engaged = await anEngagement(api, bookable);
    const thread = await aThread(api, engaged);
    for (const text of ['Invoices were sent', 'Hemos enviado las facturas', 'Hem enviat les factures a la Núria']) {
      await aMessage(api, thread, engaged.business, { text });
    }
    const found = async (words: string) =>
      (await listed(engaged, engaged.agency, `?sort=number&text=${encodeURIComponent(words)}`)).map(
        ({ number }) => number,
      );
    expect(await found('invoice')).toEqual([1]);
    expect(await found('factura')).toEqual([2, 3]);
    expect(await found('núria')).toEqual([3]);
    expect(await found('factura -Núria')).toEqual([2]);
    expect(await found('plumber')).toEqual([]);
    expect(await found(`'); DROP TABLE api.message; --`)).toEqual([]);
  });

  it('is taken away thread by thread, as much as one file takes, and what follows in the next', async () => {
    const engaged = await anEngagement(api, bookable);
    const thread = await aThread(api, engaged, 'What eats the mornings');
    await aMessage(api, thread, engaged.business, { text: 'From now on\nFrom the heart of Núria' });
    for (let n = 0; n < 12; n += 1)
      await aMessage(api, thread, engaged.agency, { text: `No. ${n} ${'x'.repeat(19_900)}` });
    const path = `/v1/engagements/${engaged.id}/threads/${thread.id}/export`;
    const taken = (query: string) =>
      get(`${path}${query}`, engaged.business)
        .buffer(true)
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200);
    const mailbox = (await taken('?format=mbox')).body.toString('latin1') as string;
    expect(mailbox.match(/^From \S+ \w{3} \w{3} \d\d/gm)).toHaveLength(13);
    expect(mailbox).toContain('\n>From now on');
    const pdf = await taken('?format=pdf&language=ca');
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const next = await taken('?format=mbox&afterNumber=12');
    expect(next.body.toString('latin1').match(/^Subject:/gm)).toHaveLength(1);
    // Of 239,000 characters a PDF takes those up to the message with which it holds 200,000, and says with which message the next one begins.
    const textOf = async (bytes: Buffer) =>
      (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
    const numbersIn = (text: string) => [...text.matchAll(/No\. (\d+)\s+x/g)].map(([, number]) => Number(number));
    const [first, [, onward]] = [await textOf(pdf.body), /^<(.*)>; rel="next"$/.exec(pdf.headers['link'] as string)!];
    expect(first).toContain('N’hi ha més: el fitxer següent comença pel missatge 13.');
    expect(onward).toBe(`${path}?format=pdf&language=ca&afterNumber=12`);
    const last = await taken(onward!.slice(path.length));
    expect(last.headers).toMatchObject({
      'content-disposition': expect.stringContaining('What eats the mornings (13).pdf') as string,
    });
    const second = await textOf(last.body);
    expect([numbersIn(first), numbersIn(second)]).toEqual([Array.from({ length: 11 }, (_, n) => n), [11]]);
    expect(second).not.toContain('N’hi ha més');
    for (const { headers } of [last, next]) expect(headers['link']).toBeUndefined();
    const stranger = await get(`${path}?format=mbox`, await aBusiness(api));
    expect(stranger.status).toBe(404);
  });

  it("is nobody else's, not even of another assistant of the agency", async () => {
    const engaged = await anEngagement(api, bookable);
    const { id: other } = await anAssistant(api, engaged.agency);
    const colleague = await aMember(api, engaged.agency, ['agency.assistant'], other);
    await aQuestion(api, engaged);
    for (const path of ['conversation', 'threads', 'messages', 'conversation/stream']) {
      const { status, body } = await get(`/v1/engagements/${engaged.id}/${path}`, colleague);
      expect([path, status, body.code]).toEqual([path, 404, 'engagement.not-found']);
    }
    expect(await open(colleague)).toEqual([]);
    expect((await get('/v1/conversations', colleague).expect(200)).body.items).toEqual([]);
    const { body } = await get('/v1/conversations?limit=200', engaged.business).expect(200);
    expect(body.items).toMatchObject([
      { engagementId: engaged.id, agencyName: expect.stringMatching(/./), waiting: 0 },
    ]);
  });

  it('tells whoever follows it of a message without being asked', async () => {
    const engaged = await anEngagement(api, bookable);
    const thread = await aThread(api, engaged);
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const told: string[] = [];
    const path = `/v1/engagements/${engaged.id}/conversation/stream`;
    const request = getFrom({ port, host: '127.0.0.1', path, headers: engaged.agency.headers() }, (answer) =>
      answer.on('data', (chunk: Buffer) => told.push(chunk.toString())),
    );
    request.on('error', () => undefined);
    const times = () => told.join('').match(/event: conversation-changed/g)?.length ?? 0;
    await eventually(async () => expect(times()).toBe(1));
    await aMessage(api, thread, engaged.business);
    await eventually(async () => expect(times()).toBe(2));
    request.destroy();
  });

  it.each([
    ['a thread that is not there', { threadId: '0197a000-0000-7000-8000-000000000001' }, 404, 'thread.not-found'],
    ['nothing to be seen', { text: ' ' }, 400, 'message.empty'],
    ['a date that is over', { promiseKeptBy: '2020-01-01T00:00:00Z' }, 400, 'message.due-in-the-past'],
    ['a reply to nothing', { repliesTo: '0197a000-0000-7000-8000-000000000001' }, 404, 'message.not-found'],
    ['a promise kept that nobody made', { keepsPromise: true }, 409, 'message.nothing-promised'],
  ])('takes no message with %s', async (_, wrong, status, code) => {
    const engaged = await anEngagement(api, bookable);
    const thread = await aThread(api, engaged);
    const path = `/v1/engagements/${engaged.id}/messages`;
    const refused = await post(path, engaged.business, { threadId: thread.id, text: 'Hello', ...wrong });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await conversation(engaged, engaged.business)).toMatchObject({ messages: 0, lastMessageAt: null });
  });

  // The last one, since the tokens of all are over once the clock is an hour ahead.
  it('tells once of what is overdue, and shows it first', async () => {
    const engaged = await anEngagement(api, bookable);
    const thread = await aThread(api, engaged);
    const inHours = (hours: number) => new Date(Date.parse(api.clock.now()) + hours * 3_600_000).toISOString();
    const promised = await aMessage(api, thread, engaged.agency, { promiseKeptBy: inHours(3) });
    const asked = await aMessage(api, thread, engaged.business, { answerBy: inHours(1) });
    const dueLater = await aMessage(api, thread, engaged.business, { answerBy: inHours(2) });
    api.clock.advance({ minutes: 61 });
    const back = await signedInAgain(api, engaged);
    const overdue = api.app.get(OverdueMessages, { strict: false });
    await Promise.all([overdue.sweep(api.clock.now()), overdue.sweep(api.clock.now())]);
    await overdue.sweep(api.clock.now());
    expect(await events(asked.id)).toEqual([
      { type: 'message.sent.v1', version: 1 },
      { type: 'message.overdue.v1', version: 2 },
    ]);
    expect(await events(promised.id)).toHaveLength(1);
    const items = await open(back.agency, `?engagementId=${engaged.id}`);
    expect(items.map(({ id, openItem }) => [id, openItem?.overdue])).toEqual([
      [asked.id, true],
      [dueLater.id, false],
      [promised.id, false],
    ]);
    const kept = await aMessage(api, thread, back.agency, { repliesTo: promised.id, keepsPromise: true });
    expect((await listed(engaged, back.agency, '?sort=number'))[0]?.openItem).toMatchObject({
      settledAs: 'kept',
      settledByMessageId: kept.id,
    });
    const path = `/v1/engagements/${engaged.id}/messages/${asked.id}/settlement`;
    expect((await post(path, back.agency, { as: 'answered' })).body.code).toBe('message.not-who-waits');
    expect((await post(path, back.business, { as: 'withdrawn' }).expect(200)).body).toMatchObject({ version: 3 });
    expect((await post(path, back.business, { as: 'withdrawn' })).body.code).toBe('message.already-settled');
  });
});
