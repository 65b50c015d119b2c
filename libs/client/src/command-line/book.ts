import { type Command, Misuse, text } from './command.js';

export const book: Command = {
  name: 'book',
  takes: ['AGREEMENT'],
  says: 'Holds time of an agreement’s assistant, and confirms it with --confirm.',
  options: {
    from: { type: 'string', says: 'when it begins, such as 2026-12-01T09:00:00Z', value: 'INSTANT' },
    to: { type: 'string', says: 'when it ends', value: 'INSTANT' },
    line: { type: 'string', says: 'the line per hour that the hours are of', value: 'LINE' },
    confirm: { type: 'boolean', says: 'confirms the hold at once' },
  },
  async run({ client, values, given, tell }) {
    const [agreementId] = given;
    const [startAt, endAt, lineId] = ['from', 'to', 'line'].map((name) => text(values[name]));
    if (agreementId === undefined || startAt === undefined || endAt === undefined) {
      throw new Misuse('Say for which agreement, --from and --to.');
    }
    const key = () => ({ header: { 'Idempotency-Key': crypto.randomUUID() } });
    const held = await client.answer(
      client.api.POST('/v1/bookings', {
        params: key(),
        body: { agreementId, slots: [{ startAt, endAt }], ...(lineId !== undefined && { lineId }) },
      }),
    );
    if (values['confirm'] !== true) {
      const { id, holdExpiresAt } = held.body;
      tell(held.body, `${id} is held until ${holdExpiresAt}.`);
      return;
    }
    const { id } = held.body;
    const { header } = key();
    const confirmed = await client.body(
      client.api.POST('/v1/bookings/{id}/confirmation', {
        params: { path: { id }, header: { ...header, 'If-Match': held.etag ?? '*' } },
      }),
    );
    tell(confirmed, `${id} is ${confirmed.status}.`);
  },
};
