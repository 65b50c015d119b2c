// TypeScript's compiler with the plugin of @nestjs/swagger, which describes DTOs and controllers from their types and
// comments: once, or again after each edit. It writes what compiles even where types are wrong, and says what is wrong.
import { before } from '@nestjs/swagger/plugin';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import ts from 'typescript';
import { root } from './stamp.mjs';

const described = { classValidatorShim: true, introspectComments: true, esmCompatible: true };
const config = join(root, 'tsconfig.json');

/** Compiles what has changed since the last time; false where something is wrong with it. */
export function compile() {
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(config, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: tell,
  });
  const program = ts.createIncrementalProgram({ options, rootNames: fileNames, configFileParsingDiagnostics: errors });
  // Before anything is written, so that what was looked at is kept with it, and the next build looks at what was edited since.
  const found = diagnosticsOf(program);
  const emitted = program.emit(undefined, undefined, undefined, undefined, transformersOf(program));
  const wrong = [...found, ...emitted.diagnostics];
  for (const diagnostic of ts.sortAndDeduplicateDiagnostics(wrong)) tell(diagnostic);
  return wrong.length === 0;
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
