// A process that looks at types while another writes (build.mjs).
import { check } from './compile.mjs';

process.exitCode = check() ? 0 : 1;
