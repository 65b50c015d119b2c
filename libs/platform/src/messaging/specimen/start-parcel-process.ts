import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { quickestProgram } from '#platform/testing';
import type { ParcelProcessSettings } from './parcel-process.js';

export interface ParcelProcess {
  readonly child: ChildProcess;
  /** Resolves with the signal that ended it, or null. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

export const startParcelProcess = (
  settings: ParcelProcessSettings,
  env: Readonly<Record<string, string>> = {},
): ParcelProcess => {
  const script = quickestProgram(path.join(import.meta.dirname, 'parcel-process.js'));
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => resolve(signal));
  });
  return { child, ended };
};
