import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { aListing } from '../testing/listings.js';
import { KeptMails } from '../testing/kept-mails.js';
import { bearer, isTaken } from '../testing/memberships.js';
import { aBusiness, anAgency, password, type SignedIn, signIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const mails = new KeptMails();
const api = await testApi({ transport: mails, webUrl: 'https://pages.example/', mustConfirm: true });
const { owner } = api;
afterAll(() => api.close());

describe('mail', () => {
  const theMailTo = (address: string, number = 1) =>
    eventually(async () => {
      const found = mails.to(address);
      expect(found).toHaveLength(number);
      return found.at(-1)!;
    });
  const codeIn = ({ text }: { text: string }): string => /\baj[ci]_[\w-]{43}\b/.exec(text)![0];
  const confirm = (code: string) => api.http.post('/v1/auth/confirmations').send({ code });
  const askReset = (email: string) => api.http.post('/v1/auth/password-resets').send({ email });
  const reset = (code: string, secret: string) =>
    api.http.post('/v1/auth/password-resets/completions').send({ code, password: secret });
  const invite = (who: SignedIn, email: string) =>
    api.http
      .post('/v1/invitations')
      .set(who.headers())
      .send({ email, roles: ['agency.coordinator'], language: 'ca' });
  const confirmed = async (who: SignedIn): Promise<SignedIn> => {
    await confirm(codeIn(await theMailTo(who.email))).expect(204);
    return who;
  };

  it('asks who registers to confirm the address, and others see nothing of what she does before', async () => {
    const agency = await anAgency(api, { verified: false });
    const drafted = await api.http.post('/v1/assistants').set(agency.headers()).send(aListing).expect(201);
    const publish = () =>
      api.http
        .post(`/v1/assistants/${drafted.body.id as string}/publication`)
        .set({ ...agency.headers(), 'if-match': '*' });
    expect((await publish().expect(403)).body.code).toBe('auth.unconfirmed');
    expect((await invite(agency, 'guest@example.org').expect(403)).body.code).toBe('auth.unconfirmed');
    const mail = await theMailTo(agency.email);
    expect(mail.subject).toBe('Confirm your e-mail address');
    expect(mail.text).toContain(`https://pages.example/confirm-address#${codeIn(mail)}`);
    expect(mail.html).toContain('<p>Hello Olga,</p>');
    expect((await confirm(`ajc_${'x'.repeat(43)}`).expect(404)).body.code).toBe('account.code-invalid');
    await confirm(codeIn(mail)).expect(204);
    await confirm(codeIn(mail)).expect(404);
    // It is the agency that has to be verified now.
    expect((await publish()).body.code).not.toBe('auth.unconfirmed');
    await invite(agency, `${randomUUID()}@example.org`).expect(201);
  });

  it('to confirm an address is sent again, five times in an hour at most', async () => {
    const business = await aBusiness(api);
    for (let times = 0; times < 6; times += 1) {
      await api.http.post('/v1/account/confirmation-mails').set(business.headers()).expect(202);
    }
    await theMailTo(business.email, 5);
    await confirm(codeIn(mails.to(business.email)[0]!)).expect(204);
    await confirm(codeIn(mails.to(business.email)[4]!)).expect(404);
    api.clock.advance({ hours: 2 });
    const again = await signIn(api, business.email);
    await api.http.post('/v1/account/confirmation-mails').set(again.headers()).expect(202);
    expect(mails.to(business.email)).toHaveLength(5);
  });

  it('sets a forgotten password anew, once, and ends all sessions', async () => {
    const business = await aBusiness(api);
    await askReset(business.email.toUpperCase()).expect(202);
    const code = codeIn(await theMailTo(business.email, 2));
    const renewed = 'a horse of another colour';
    expect((await reset(code, 'qwerty123456').expect(400)).body.code).toBe('account.password-common');
    await reset(code, renewed).expect(204);
    await reset(code, renewed).expect(404);
    expect(await isTaken(api, business.token)).toBe(false);
    await api.http.post('/v1/auth/tokens').send({ email: business.email, password }).expect(401);
    const { body } = await api.http
      .post('/v1/auth/tokens')
      .send({ email: business.email, password: renewed })
      .expect(201);
    // Whoever reads the mail of the address has confirmed it.
    await api.http
      .post('/v1/needs')
      .set(bearer(body.accessToken as string))
      .send({ words: 'my inbox' })
      .expect(201);
    const { rows } = await owner.query('SELECT confirmed_at FROM api.user_account WHERE email = $1', [business.email]);
    expect((rows[0] as { confirmed_at: Date | null }).confirmed_at).not.toBeNull();
  });

  it('does not say whether an address has an account', async () => {
    const [known, unknown] = [(await aBusiness(api)).email, `${randomUUID()}@example.org`];
    const answers = [await askReset(known).expect(202), await askReset(unknown).expect(202)];
    expect(answers[0]!.text).toBe(answers[1]!.text);
    await theMailTo(known, 2);
    expect(mails.to(unknown)).toEqual([]);
  });

  it('invites in the language asked for, and confirms the address of whoever accepts by it', async () => {
    const agency = await confirmed(await anAgency(api, { verified: false }));
    const [byMail, byHand] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
    await invite(agency, byMail).expect(201);
    const { body: shown } = await invite(agency, byHand).expect(201);
    const mail = await theMailTo(byMail);
    expect(mail.subject).toBe('Bona Ajuda us convida a Ajudant');
    expect(mail.text).not.toContain(shown.token);
    const accept = (token: string) =>
      api.http.post('/v1/invitations/acceptances').send({ token, displayName: 'Aina', password }).expect(201);
    await accept(codeIn(mail));
    await accept(shown.token as string);
    const { rows } = await owner.query<{ email: string; confirmed: boolean }>(
      `SELECT email, confirmed_at IS NOT NULL AS confirmed FROM api.user_account WHERE email = ANY ($1)`,
      [[byMail, byHand]],
    );
    expect(new Map(rows.map(({ email, confirmed: is }) => [email, is]))).toEqual(
      new Map([
        [byMail, true],
        [byHand, false],
      ]),
    );
  });

  it('is written once with its reason, tried again where it fails, and forgotten once it is sent', async () => {
    const email = `${randomUUID()}@example.org`;
    mails.failsOnceFor.add(email);
    await aBusiness(api, { email });
    const kept = async () => {
      const { rows } = await owner.query(
        'SELECT attempts, sent_at AS "sentAt", text, failure FROM api.mail WHERE recipient = $1',
        [email],
      );
      return rows as { attempts: number; sentAt: Date | null; text: string | null; failure: string | null }[];
    };
    await eventually(async () => expect(await kept()).toMatchObject([{ attempts: 1, failure: 'the server is away' }]));
    api.clock.advance({ minutes: 1 });
    // Whatever is written next has sending look for all that is due.
    await aBusiness(api);
    await theMailTo(email);
    await eventually(async () => expect(await kept()).toMatchObject([{ attempts: 2, text: null, failure: null }]));
    expect((await kept())[0]!.sentAt).not.toBeNull();
  });
});
