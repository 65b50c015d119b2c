import { existsSync } from 'node:fs';

/** Takes variables from a `.env` file, when there is one; what is set already wins. */
export const applyEnvFile = (file = '.env'): void => {
  if (existsSync(file)) process.loadEnvFile(file);
};
