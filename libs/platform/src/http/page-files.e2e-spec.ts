import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { type SpecimenApp, specimenApp } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

describe('a page beside the API', () => {
  let folder: string;
  let specimen: SpecimenApp;
  const browse = (path: string) => request(specimen.server).get(path).set('accept', 'text/html,application/xhtml+xml');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ajudant-page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Orders</title>');
    await writeFile(join(folder, 'assets', 'index-abc.js'), 'void 0;');
    await writeFile(join(folder, 'assets', 'index-old.js'), 'void 0;');
    specimen = await specimenApp(SpecimenModule, { pageFolder: folder });
  });
  afterAll(async () => {
    await specimen.app.close();
    await rm(folder, { recursive: true });
  });

  it('is there at every address that a browser goes to', async () => {
    for (const path of ['/', '/orders/7', '/orders?page=2']) {
      const { text, headers } = await browse(path).expect(200);
      expect(text).toContain('<title>Orders</title>');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self';");
    }
  });

  it('is kept for good where a file is named after its content', async () => {
    const { headers } = await request(specimen.server).get('/assets/index-abc.js').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('stays under its own policy where a browser asks whether it is still the same', async () => {
    const { headers: before } = await browse('/orders/7').expect(200);
    const { headers } = await browse('/orders/7').set('if-none-match', before['etag']!).expect(304);
    expect(headers['content-security-policy']).toBe(before['content-security-policy']);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('is read from its folder and nowhere else', async () => {
    await request(specimen.server).get('/assets/index-gone.js').expect(404);
    for (const path of ['/assets/..%2f..%2fetc%2fpasswd', '/assets/%2e%2e/%2e%2e/etc/passwd']) {
      const { text } = await request(specimen.server).get(path);
      expect(text).not.toContain('root:');
    }
  });

  it('outlives a file that has gone since the start', async () => {
    await rm(join(folder, 'assets', 'index-old.js'));
    await expect(request(specimen.server).get('/assets/index-old.js')).rejects.toThrow();
    await browse('/').expect(200);
  });

  it("leaves what is the API's to the API", async () => {
    const { body } = await browse('/v1/nothing').expect(404);
    expect(body).toMatchObject({ code: 'route.not-found' });
    await browse('/health/live').expect(200);
    await request(specimen.server).get('/orders/7').set('accept', 'application/json').expect(404);
  });
});
