// TypeScript's compiler with the plugin of @nestjs/swagger, which describes DTOs and controllers from their types and
// comments: once, or again after each edit. It writes what compiles even where types are wrong, and says what is wrong. A build writes in
// one process and looks at types in another, each of which takes about as long.
import { before } from '@nestjs/swagger/plugin';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import ts from 'typescript';
import { root } from './stamp.mjs';

const described = { classValidatorShim: true, introspectComments: true, esmCompatible: true };
const config = join(root, 'tsconfig.json');

/** What the compiler notes of a check, until what was written goes with it. */
const noted = `${join(root, 'dist', '.tsbuildinfo')}.next`;

/** Writes what has changed since the last time; false where something could not be. Types are another's to look at. */
export function writeAll() {
  // Or the compiler would look at all types before it writes anything, as the other process does meanwhile.
  const program = incrementalProgram({ noCheck: true });
  const writeBut = (file, ...rest) => isNote(file) || ts.sys.writeFile(file, ...rest);
  const { diagnostics } = program.emit(undefined, writeBut, undefined, undefined, transformersOf(program));
  for (const diagnostic of ts.sortAndDeduplicateDiagnostics(diagnostics)) tell(diagnostic);
  return diagnostics.length === 0;
}

/** Looks at the types of what has changed since the last time; false where something is wrong with them. */
export function checkAll() {
  rmSync(noted, { force: true });
  const program = incrementalProgram();
  const wrong = diagnosticsOf(program);
  for (const diagnostic of ts.sortAndDeduplicateDiagnostics(wrong)) tell(diagnostic);
  // The note says of files that they were written as well, which another does: here each is emptied first, so that there is next to nothing to do.
  const emptied = () => (file) => ts.factory.updateSourceFile(file, []);
  const note = (file, ...rest) => isNote(file) && ts.sys.writeFile(noted, ...rest);
  program.emit(undefined, note, undefined, undefined, { before: [emptied] });
  return wrong.length === 0;
}

/** Once all was written and looked at, the next time begins where this one ended. */
export function keepNote() {
  if (existsSync(noted)) renameSync(noted, noted.slice(0, -'.next'.length));
}

const isNote = (file) => file.endsWith('.tsbuildinfo');

function incrementalProgram(own = {}) {
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(config, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: tell,
  });
  return ts.createIncrementalProgram({
    options: { ...options, ...own },
    rootNames: fileNames,
    configFileParsingDiagnostics: errors,
  });
}

/**
 * Compiles now and after each edit. What was edited is written before types are looked at, which takes longer and lets
 * everything else have its turn in between; another edit ends it.
 * @param onWritten gets the files of JavaScript that were written
 * @param onChecked gets the number of mistakes that there are
 */
export function compileAtEachEdit(onWritten, onChecked) {
  const host = ts.createWatchCompilerHost(
    config,
    undefined,
    ts.sys,
    ts.createEmitAndSemanticDiagnosticsBuilderProgram,
    tell,
    () => undefined,
  );
  let latest;
  host.afterProgramCreate = (program) => {
    latest = program;
    const written = [];
    const write = (file, ...rest) => {
      ts.sys.writeFile(file, ...rest);
      if (file.endsWith('.js')) written.push(file);
    };
    const emitted = program.emit(undefined, write, undefined, undefined, transformersOf(program));
    onWritten(written);
    void check(program, emitted);
  };
  ts.createWatchProgram(host);

  async function check(program, emitted) {
    do {
      await others();
      if (program !== latest) return;
    } while (program.getSemanticDiagnosticsOfNextAffectedFile() !== undefined);
    const wrong = [...diagnosticsOf(program), ...emitted.diagnostics];
    for (const diagnostic of wrong) tell(diagnostic);
    onChecked(wrong.length);
  }
}

function diagnosticsOf(program) {
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ];
}

function transformersOf(program) {
  return { before: [before(described, program.getProgram())] };
}

function tell(diagnostic) {
  const host = { getCanonicalFileName: (file) => file, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  const format = process.stderr.isTTY ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  console.error(format([diagnostic], host).trimEnd());
}
