import type { SentStatement } from '#platform/testing';
import { Client } from 'pg';
import { appSession } from './app-session.js';
import { dayOfHours, hoursOfAnAssistant, stride } from './free-time.js';
import type { Market } from './market.js';
import { type Changing, goesWithNext } from './recorded-hold.js';

/**
 * A hold as a script of pgbench: parameters become literals of the types that PostgreSQL gave them, and what is another in
 * each hold becomes an expression over `:n` (at random), `:h` (counted up) and `:client_id`.
 */
export async function pgbenchScript(databaseUrl: string, { places, recorded }: Market): Promise<string> {
  const { statements, was } = recorded;
  const oneOf = (values: readonly string[]): string => `(ARRAY[${values.map(quoted).join(', ')}])[:client_id::int + 1]`;
  const hour = (more: number): string =>
    `to_char('${dayOfHours}'::timestamp + (mod(:h::int * ${stride}, ${hoursOfAnAssistant}) + ${more}) * ` +
    `interval '1 hour', 'YYYY-MM-DD"T"HH24:' || 'MI:' || 'SS"Z"')`;
  const id = (kind: string): string => `lpad(to_hex(:n::bigint), 32, '${kind}')`;
  const expressions: Readonly<Record<string, string>> = {
    [was.bookingId]: id('b'),
    [was.eventId]: id('e'),
    [was.agreementId]: oneOf(places.map(({ agreementId }) => agreementId)),
    [was.assistantId]: oneOf(places.map(({ assistantId }) => assistantId)),
    [was.startAt]: hour(0),
    [was.endAt]: hour(1),
    [`\\x${was.keyHash}`]: `'\\x' || lpad(to_hex(:n::bigint), 64, '0')`,
  };
  const lines = ['\\set n random(1, 9223372036854775807)', '\\set h :h + 1'];
  let isTogether = false;
  const types = await parameterTypes(databaseUrl, statements);
  for (const [index, statement] of statements.entries()) {
    if (goesWithNext(statement) && !isTogether) lines.push('\\startpipeline');
    lines.push(...commandsOf(statement, types[index]!, expressions, was));
    if (!goesWithNext(statement) && isTogether) lines.push('\\endpipeline');
    isTogether = goesWithNext(statement);
  }
  return `${lines.join('\n')}\n`;
}

function commandsOf(
  { text, values }: SentStatement,
  types: readonly string[],
  expressions: Readonly<Record<string, string>>,
  was: Changing,
): string[] {
  const literal = (value: unknown, type: string): string =>
    value === null ? `NULL::${type}` : `CAST(${expressionOf(written(value), expressions)} AS ${type})`;
  const filled = text
    .replace(was.lock, ':n::bigint')
    .replaceAll(/\$(\d+)/g, (_, place) => literal(values[Number(place) - 1], types[Number(place) - 1]!));
  return filled.split(/;\s*/).map((command) => `${command.trim()};`);
}

/** A string literal in which what is another in each hold is an expression. */
function expressionOf(text: string, expressions: Readonly<Record<string, string>>): string {
  for (const [token, expression] of Object.entries(expressions)) {
    const at = text.indexOf(token);
    if (at < 0) continue;
    const [before, after] = [text.slice(0, at), text.slice(at + token.length)];
    const around = (part: string): string[] => (part === '' ? [] : [expressionOf(part, expressions)]);
    return [...around(before), expression, ...around(after)].join(' || ');
  }
  return quotedPieces(text);
}

/** Cut behind each colon, since pgbench would take one with a word behind it for a variable, within literals, too. */
const quotedPieces = (text: string): string =>
  text
    .split(/(?<=:)/)
    .map(quoted)
    .join(' || ');

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** As node-postgres sends it. */
function written(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(written(one))).join(',')}}`;
  return String(value);
}

async function parameterTypes(databaseUrl: string, statements: readonly SentStatement[]): Promise<string[][]> {
  const client = new Client({ connectionString: databaseUrl, options: appSession });
  await client.connect();
  const types: string[][] = [];
  for (const { text, values } of statements) {
    if (values.length === 0) {
      types.push([]);
      continue;
    }
    await client.query(`PREPARE asked AS ${text}`);
    const { rows } = await client.query<{ types: string[] }>(
      `SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'asked'`,
    );
    await client.query('DEALLOCATE asked');
    types.push(rows[0]!.types);
  }
  await client.end();
  return types;
}
