#!/usr/bin/env node
// Serves Ajudant to a model over standard input and output (MCP): `AJUDANT_URL=… AJUDANT_TOKEN=ajk_… ajudant-mcp [--allow bookings:write,needs:write]`.
// It reads, and changes nothing: what it may change is named by --allow, and the API key has to have the same scopes besides.
import { AjudantClient } from '@ajudant/client';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { parseArgs } from 'node:util';
import { isWriteScope, writeScopes } from './scopes.mjs';
import { ajudantServer } from './server.mjs';

const values = given();
if (values.help) {
  process.stdout.write(`ajudant-mcp [--allow SCOPE,…]: serves Ajudant to a model over standard input and output (MCP).

AJUDANT_URL says where it is (http://127.0.0.1:8080), AJUDANT_TOKEN by which API key. It reads, and changes what --allow names alone:
${writeScopes.join(', ')}.
`);
  process.exit(0);
}
const allowed = values.allow.split(',').filter((scope) => scope !== '');
const unknown = allowed.filter((scope) => !isWriteScope(scope));
const { AJUDANT_URL: baseUrl = 'http://127.0.0.1:8080', AJUDANT_TOKEN: token } = process.env;
if (unknown.length > 0) fail(`--allow takes ${writeScopes.join(', ')}; not ${unknown.join(', ')}.`);
if (token === undefined) fail('Say by which API key: AJUDANT_TOKEN.');

const client = new AjudantClient({ baseUrl, token: () => token, retries: {} });
await ajudantServer(client, new Set(allowed)).connect(new StdioServerTransport());

function given() {
  try {
    return parseArgs({ options: { allow: { type: 'string', default: '' }, help: { type: 'boolean', default: false } } })
      .values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
