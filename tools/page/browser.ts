import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the system: none is downloaded. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['AJUDANT_CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('There is no Chromium; AJUDANT_CHROMIUM says where it is.');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
