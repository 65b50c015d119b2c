import { testApi, type TestApi } from '../../apps/api/src/testing/test-api.js';
import { apiDocument } from './api-document.js';

describe('The document of the api', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.close());

  it('is the same whether the api runs or is only looked at', async () => {
    const { body } = await api.http.get('/openapi.json').expect(200);
    expect(JSON.parse(JSON.stringify(await apiDocument()))).toEqual(body);
  });
});
