// What V8 made of the program at an earlier start is kept in `dist`, where Node.js can do so (22.1 and newer).
import module from 'node:module';
import { join } from 'node:path';
import { root } from './stamp.mjs';

module.enableCompileCache?.(join(root, 'dist', '.compile-cache'));
