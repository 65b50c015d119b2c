import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { aKey } from '../../apps/api/src/testing/memberships.js';
import { anAgency } from '../../apps/api/src/testing/people.js';
import { testApi } from '../../apps/api/src/testing/test-api.js';

const root = path.resolve(import.meta.dirname, '../../..');
const home = path.join(root, 'libs', 'mcp');
/** `npm run pack:client && npm ci --prefix libs/mcp`, which CI does. */
const isInstalled =
  existsSync(path.join(home, 'node_modules', '@modelcontextprotocol')) &&
  existsSync(path.join(root, 'dist/packages/client'));

interface Reply {
  readonly id: number;
  readonly result: {
    readonly tools: readonly { readonly name: string; readonly annotations: { readonly readOnlyHint: boolean } }[];
    readonly content: readonly { readonly text: string }[];
    readonly isError?: boolean;
  };
}

(isInstalled ? describe : describe.skip)('the MCP server', () => {
  const served: { api?: Awaited<ReturnType<typeof testApi>>; url?: string; token?: string } = {};
  beforeAll(async () => {
    const api = await testApi();
    const agency = await anAgency(api);
    const { key } = await aKey(api, agency.token, ['bookings:read', 'assistants:read']);
    Object.assign(served, {
      api,
      token: key,
      url: `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`,
    });
  });
  afterAll(() => served.api?.close());

  /** Asks a server of its own, one question after the other, as JSON-RPC over its standard input. */
  const ask = async (words: string[], questions: { method: string; params: object }[]): Promise<Reply[]> => {
    const child = spawn(process.execPath, [path.join(home, 'src', 'main.mjs'), ...words], {
      env: { ...process.env, NODE_OPTIONS: '', AJUDANT_URL: served.url, AJUDANT_TOKEN: served.token },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const replies: Reply[] = [];
    const send = (message: object): void =>
      void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const clientInfo = { name: 'spec', version: '1' };
    send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    for await (const line of createInterface({ input: child.stdout })) {
      replies.push(JSON.parse(line) as Reply);
      if (replies.length === 1) send({ method: 'notifications/initialized' });
      const next = questions[replies.length - 1];
      if (next === undefined) break;
      send({ id: replies.length, ...next });
    }
    child.kill();
    return replies.slice(1);
  };
  const list = { method: 'tools/list', params: {} };

  it('reads, and offers nothing that changes anything', async () => {
    const [tools, bookings, invoices] = await ask(
      [],
      [
        list,
        { method: 'tools/call', params: { name: 'list_bookings', arguments: {} } },
        { method: 'tools/call', params: { name: 'list_invoices', arguments: {} } },
      ],
    );
    expect(tools!.result.tools.length).toBeGreaterThan(10);
    expect(tools!.result.tools.filter(({ annotations }) => !annotations.readOnlyHint)).toEqual([]);
    expect(JSON.parse(bookings!.result.content[0]!.text)).toMatchObject({ items: [], next: null });
    // What the key has no scope for is refused by the API, in words that a model can go by.
    expect(invoices!.result.isError).toBe(true);
    expect(JSON.parse(invoices!.result.content[0]!.text)).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  it('offers what is allowed by its scope, and that alone', async () => {
    const [tools] = await ask(['--allow', 'bookings:write'], [list]);
    const writing = tools!.result.tools.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name);
    expect(writing.toSorted()).toEqual(['cancel_booking', 'confirm_booking', 'hold_time']);
  });
});
