import { readFileSync } from 'node:fs';

/** A file of `examples/`, which the build puts beside the compiled code. */
const textOf = (name: string): string =>
  readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8').trimEnd();
const valueOf = (name: string): object => JSON.parse(textOf(name)) as object;

/** Bodies that can be sent as they are, by whoever the demo has for it; read when somebody asks for the document. */
export const requestExamples = (): Readonly<Record<string, unknown>> => ({
  'POST /v1/agencies': valueOf('agency.json'),
  'POST /v1/assistants': valueOf('assistant.json'),
  'POST /v1/assistants/import': textOf('roster.csv'),
  'POST /v1/auth/tokens': valueOf('sign-in.json'),
  'POST /v1/businesses': valueOf('business.json'),
  'POST /v1/duty-suggestions': valueOf('duty-suggestion.json'),
  'POST /v1/enquiries': valueOf('enquiry.json'),
  'POST /v1/enquiries/import': textOf('enquiries.csv'),
  'POST /v1/needs': { ...valueOf('need.json'), lines: valueOf('duty-lines.json') },
});
