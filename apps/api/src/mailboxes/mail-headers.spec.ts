import { mailOf } from './mail-headers.js';

const now = '2026-03-02T12:00:00.000Z';
const inbox = { direction: 'in', ownAddress: 'hello@bakery.example' } as const;
const read = (headers: string, envelope: object = {}, more: object = {}) =>
  mailOf(
    {
      envelope: { messageId: '<a@customer.example>', from: [{ address: 'ana@customer.example' }], ...envelope },
      headers: Buffer.from(headers),
      internalDate: new Date('2026-03-02T09:00:00Z'),
      size: 812,
      ...more,
    },
    inbox,
    now,
  );

describe('what is kept of a mail', () => {
  it('is its id, when it came, and what it answers, the nearest first', () => {
    const headers = 'References: <first@x>\r\n <second@x>\r\n\t<third@x>\r\n';
    expect(read(headers, { inReplyTo: '<third@x>' })).toEqual({
      messageId: 'a@customer.example',
      direction: 'in',
      at: '2026-03-02T09:00:00.000Z',
      automatic: false,
      answers: ['third@x', 'second@x', 'first@x'],
    });
  });

  it('of a long conversation is what is near, and what began it', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `<${index}@x>`);
    const answers = read(`References: ${ids.join(' ')}`)!.answers;
    expect([answers.length, answers[0], answers.at(-1)]).toEqual([30, '499@x', '0@x']);
  });

  it.each([
    'Auto-Submitted: auto-replied; owner-email="x@y"',
    'auto-submitted: auto-generated',
    'List-Id: <news.example>',
    'List-Unsubscribe: <https://news.example>',
    'Precedence: bulk',
    'Return-Path: <>',
  ])('says that a program wrote it: %s', (header) => expect(read(`${header}\r\n`)!.automatic).toBe(true));

  it.each(['Auto-Submitted: no', 'Precedence: first-class', 'Return-Path: <ana@customer.example>', ''])(
    'says that a person did: %s',
    (header) => expect(read(`${header}\r\n`)!.automatic).toBe(false),
  );

  it('says so as well where nobody can answer', () => {
    expect(read('', { from: [{ address: 'no-reply@shop.example' }] })!.automatic).toBe(true);
    const form = { from: [{ address: 'no-reply@forms.example' }], replyTo: [{ address: 'ana@customer.example' }] };
    expect(read('', form)!.automatic).toBe(false);
  });

  it('is taken for what the business wrote where it is from its own address', () => {
    expect(read('', { from: [{ address: 'Hello@Bakery.example' }] })!.direction).toBe('out');
  });

  it('is never of the future, and nothing where nobody knows when it came', () => {
    expect(read('', {}, { internalDate: new Date('2030-01-01T00:00:00Z') })!.at).toBe(now);
    expect(read('', {}, { internalDate: 'yesterday' })).toBeNull();
  });

  it('has an id in any case, which fits where references do', () => {
    expect(read('', { messageId: undefined })!.messageId).toBe('no-id-1772442000000-812');
    expect(read('', { messageId: `<${'x'.repeat(201)}>` })!.messageId).toMatch(/^sha256-[0-9a-f]{64}$/);
  });
});
