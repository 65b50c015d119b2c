import { readFileSync } from 'node:fs';
import { type Command, Misuse, PartlyRefused } from './command.js';

const kinds = ['assistants', 'enquiries'] as const;

export const importFile: Command = {
  name: 'import',
  takes: ['WHAT', 'FILE'],
  says: 'Imports a CSV file of assistants or enquiries (- for what is piped in), and says which lines were refused.',
  options: {},
  choices: kinds,
  async run({ client, given, tell }) {
    const [what, file] = given;
    if (file === undefined) throw new Misuse('Say which file.');
    const csv = readFileSync(file === '-' ? 0 : file, 'utf8');
    const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
    const asCsv = { bodySerializer: String, headers: { 'content-type': 'text/csv' } };
    if (what === 'assistants') {
      const report = await client.body(client.api.POST('/v1/assistants/import', { params, body: csv, ...asCsv }));
      const { created, updated, unchanged, rejected } = report;
      tell(report, `${created} new, ${updated} changed, ${unchanged} as they were, ${rejected.length} refused`);
      if (rejected.length > 0) throw new PartlyRefused('Some lines were refused; --json says which.');
      return;
    }
    if (what !== 'enquiries') throw new Misuse(`Imports ${kinds.join(' or ')}.`);
    const report = await client.body(client.api.POST('/v1/enquiries/import', { params, body: csv, ...asCsv }));
    tell(report, JSON.stringify(report));
  },
};
