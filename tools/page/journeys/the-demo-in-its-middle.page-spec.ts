import type {
  DutyRunPageDto,
  EngagementPageDto,
  MessagePageDto,
  ResponseReportDto,
  ScorecardDto,
  SuggestionEffectListDto,
} from '#contracts';
import { DemoClient, demoPassword } from '../../../apps/all-in-one/src/demo-data/index.js';
import { demoBusinesses } from '../../../apps/all-in-one/src/demo-data/demo-organisations.js';
import { pageUrlVariable } from '../page-global-setup.js';

const url = process.env[pageUrlVariable]!;
const dayMs = 86_400_000;

/** What there is to look at after a start: it began about sixty days ago, and was played by a clock that was put there. */
describe('the engagement of the demo', () => {
  let business: DemoClient;
  let id: string;
  const read = async <Body>(path: string): Promise<Body> => (await business.get<Body>(path)).body;
  beforeAll(async () => {
    business = (await new DemoClient(url).signIn(demoBusinesses[0]!.owner.email, demoPassword))!;
    const { items } = await read<EngagementPageDto>('/v1/engagements');
    id = items[0]!.id;
    expect(items[0]).toMatchObject({ status: 'active' });
  });

  it('has two months of accepted work behind it, and work ahead that falls due', async () => {
    const runs = (status: string) =>
      read<DutyRunPageDto>(`/v1/engagements/${id}/duty-runs?status=${status}`).then(({ items }) => items);
    const accepted = await runs('accepted');
    const first = Math.min(...accepted.map(({ dueAt }) => Date.parse(dueAt)));
    expect((Date.now() - first) / dayMs).toBeGreaterThan(45);
    expect(accepted.length).toBeGreaterThanOrEqual(8);
    const scheduled = await runs('scheduled');
    expect(scheduled.some(({ dueAt }) => Date.parse(dueAt) > Date.now())).toBe(true);
    const { months } = await read<ScorecardDto>(`/v1/engagements/${id}/scorecard`);
    expect(months.length).toBeGreaterThanOrEqual(2);
  });

  it('has messages that wait for an answer', async () => {
    const { items } = await read<MessagePageDto>('/v1/open-items');
    expect(items.some(({ engagementId, openItem }) => engagementId === id && openItem?.settledAt === null)).toBe(true);
  });

  it('has a response time that is better than before, week by week, and a suggestion that was measured', async () => {
    const { change, weeks } = await read<ResponseReportDto>(`/v1/engagements/${id}/response-time`);
    expect(change).not.toBeNull();
    expect(weeks.length).toBeGreaterThanOrEqual(7);
    const { items } = await read<SuggestionEffectListDto>(`/v1/engagements/${id}/suggestion-effects`);
    expect(items).toContainEqual(expect.objectContaining({ status: 'measured', value: expect.any(Number) }));
  });
});
