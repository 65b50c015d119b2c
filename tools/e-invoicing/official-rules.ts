import { XMLParser } from 'fast-xml-parser';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../kafka/command.js';
import { jarsOf } from '../kafka/jars.js';

const projectRoot = path.resolve(import.meta.dirname, '../../..');
const lib = path.join(projectRoot, '.kafka', 'e-invoicing');
/** The release of CEN's rules in the jar of tools/e-invoicing/pom.xml. */
const release = 'external/schematron/1.3.16';

const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  isArray: (name) => name === 'failed-assert',
});

/** The rules that documents break, by the name of each document; Java runs them over all documents of a syntax at once. */
export async function brokenRules(
  syntax: 'ubl' | 'cii',
  documents: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  await jarsOf(path.join(projectRoot, 'tools/e-invoicing/pom.xml'), lib, 'The rules of EN 16931');
  const folder = await mkdtemp(path.join(tmpdir(), 'ajudant-en16931-'));
  try {
    const [given, reports] = [path.join(folder, 'documents'), path.join(folder, 'reports')];
    await Promise.all([mkdir(given), mkdir(reports)]);
    for (const [name, xml] of Object.entries(documents)) await writeFile(path.join(given, `${name}.xml`), xml);
    const rules = `classpath:${release}/${syntax}/EN16931-${syntax.toUpperCase()}-validation.xslt`;
    const saxon = ['-cp', path.join(lib, '*'), 'net.sf.saxon.Transform', `-xsl:${rules}`];
    await run('java', [...saxon, `-s:${given}`, `-o:${reports}`], projectRoot);
    const broken = Object.keys(documents).map(async (name) => {
      const report = parser.parse(await readFile(path.join(reports, `${name}.xml`), 'utf8')) as Report;
      const failed = report['schematron-output']['failed-assert'] ?? [];
      return [name, failed.map((rule) => `${rule['@_id']}: ${JSON.stringify(rule.text)}`)] as const;
    });
    return Object.fromEntries(await Promise.all(broken));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Report {
  readonly 'schematron-output': {
    readonly 'failed-assert'?: readonly { readonly '@_id': string; readonly text: unknown }[];
  };
}
