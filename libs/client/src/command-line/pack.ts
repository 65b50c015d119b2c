import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem } from '../api-problem.js';
import { type Command, Misuse, text } from './command.js';

const languages = ['en', 'es', 'ca'] as const;
const lookEveryMs = 500;

export const pack: Command = {
  name: 'pack',
  takes: ['YEAR'],
  says: 'Makes the archive of a tax year, waits for it, and saves it.',
  options: {
    out: { type: 'string', says: 'where to; tax-year-YEAR.zip unless said', value: 'FILE' },
    language: { type: 'string', says: 'en, es or ca', value: 'LANGUAGE' },
  },
  async run({ client, values, given, signal, tell }) {
    const year = Number(given[0]);
    if (!Number.isInteger(year)) throw new Misuse('Say which year.');
    const language = languages.find((known) => known === (text(values['language']) ?? 'en'));
    if (language === undefined) throw new Misuse('--language is en, es or ca.');
    const header = { 'Idempotency-Key': crypto.randomUUID() };
    let asked = await client.body(client.api.POST('/v1/tax-packs', { params: { header }, body: { year, language } }));
    const path = { id: asked.id };
    while (asked.status === 'asked' || asked.status === 'making') {
      await sleep(lookEveryMs, undefined, { signal });
      asked = await client.body(client.api.GET('/v1/tax-packs/{id}', { params: { path } }));
    }
    if (asked.status !== 'ready') throw new ApiProblem(409, `tax-pack.${asked.status}`, `The pack is ${asked.status}.`);
    const out = text(values['out']) ?? `tax-year-${year}.zip`;
    const { response } = await client.api.GET('/v1/tax-packs/{id}/archive', { params: { path }, parseAs: 'stream' });
    if (!response.ok || response.body === null) throw ApiProblem.of(response, null);
    await pipeline(Readable.fromWeb(response.body as never), createWriteStream(out), { signal });
    tell({ ...asked, file: out }, `${out}: ${asked.size} bytes, SHA-256 ${asked.sha256}`);
  },
};
