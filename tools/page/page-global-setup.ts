import { type OwnAllInOne, startAllInOne } from '../start/own-all-in-one.js';

/** Under which name the suites find the service. */
export const pageUrlVariable = 'AJUDANT_PAGE_URL';

let service: OwnAllInOne | null = null;

/** One service with the demo's data for all suites. They come from one address, so it counts no requests. */
export default async function setUp(): Promise<void> {
  service = await startAllInOne({ AJUDANT_REQUESTS_PER_MINUTE: '0', AJUDANT_LOG_LEVEL: 'warn' });
  process.env[pageUrlVariable] = service.url;
}

export async function tearDown(): Promise<void> {
  await service?.stop();
}
