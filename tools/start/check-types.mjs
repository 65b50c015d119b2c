// A process that looks at types while another writes (build.mjs).
import { checkAll } from './compile.mjs';

process.exitCode = checkAll() ? 0 : 1;
