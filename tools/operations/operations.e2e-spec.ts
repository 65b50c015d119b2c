import { Metrics } from '#platform/http';
import { readConfig, ServiceConfig, variablesOf } from '#platform/config';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { ApiConfig } from '../../apps/api/src/api-config.js';
import { testApi } from '../../apps/api/src/testing/test-api.js';
import { MatcherConfig } from '../../apps/matcher/src/matcher-config.js';

const root = new URL('../../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly runbook: string };
}
const alerts = (parse(read('deploy/prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] }).groups.flatMap(
  ({ rules }) => rules,
);
interface Panel {
  readonly targets: readonly { readonly expr: string }[];
}
const dashboard = JSON.parse(read('deploy/grafana/ajudant.json')) as { panels: Panel[] };
const expressions = [...alerts, ...dashboard.panels.flatMap(({ targets }) => targets)].map(({ expr }) => expr);

const folder = 'deploy/kubernetes/base/';
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: {
    readonly template?: {
      readonly spec: {
        readonly containers: readonly {
          readonly command: string[];
          readonly env?: { name: string; value: string }[];
          readonly readinessProbe?: { httpGet: { path: string } };
          readonly livenessProbe?: { httpGet: { path: string } };
        }[];
        readonly terminationGracePeriodSeconds?: number;
      };
    };
  };
  readonly data?: Readonly<Record<string, string>>;
}
const manifests = readdirSync(new URL(folder, root))
  .filter((name) => name !== 'kustomization.yaml')
  .flatMap((name) => parseAllDocuments(read(`${folder}${name}`)).map((document) => document.toJS() as Manifest));
const pods = manifests.flatMap(({ spec }) => (spec?.template === undefined ? [] : [spec.template.spec]));

const api = await testApi();
afterAll(() => api.close());

describe('what watches over the services', () => {
  it('asks for figures that there are', async () => {
    const text = await api.app.get(Metrics, { strict: false }).text();
    const there = new Set([...text.matchAll(/^# TYPE (\S+) (\S+)/gm)].map(([, name]) => name!));
    // Of Prometheus itself.
    there.add('up');
    const named = expressions.flatMap(
      (expression) => expression.match(/\b(?:ajudant|process|nodejs)_\w+|\bup\b/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(expressions.length - 1);
    const missing = named.filter((name) => !there.has(name) && !there.has(name.replace(/_(bucket|count|sum)$/, '')));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('says what to do for each alert', () => {
    const headings = [...read('docs/OPERATING.md').matchAll(/^### (\S+)$/gm)].map(([, name]) => name!);
    expect(headings).toEqual(alerts.map(({ alert }) => alert));
    for (const { alert, annotations } of alerts) {
      expect(annotations.runbook).toBe(`docs/OPERATING.md#${alert.toLowerCase()}`);
    }
  });
});

describe('the manifests of Kubernetes', () => {
  it('tell the services nothing but variables that they read, with values that they take', () => {
    const data = manifests.find(({ kind }) => kind === 'ConfigMap')!.data!;
    const own = pods.flatMap(({ containers }) => containers.flatMap(({ env = [] }) => env.map(({ name }) => name)));
    const configs = [ServiceConfig, ApiConfig, MatcherConfig];
    const known = new Set(configs.flatMap((config) => [...variablesOf(config).values()].map(({ name }) => name)));
    expect([...Object.keys(data), ...own].filter((name) => !known.has(name))).toEqual([]);
    const secrets = {
      DATABASE_URL: 'postgres://a:b@c/d',
      AJUDANT_TOKEN_SECRET: 'x'.repeat(32),
      AJUDANT_FILES_S3_KEY_ID: 'key-of-ajudant',
      AJUDANT_FILES_S3_SECRET: 'secret-of-ajudant',
    };
    expect(() => readConfig(ApiConfig, { ...data, ...secrets })).not.toThrow();
  });

  it('ask what answers, and start what is in the image', () => {
    for (const { containers, terminationGracePeriodSeconds } of pods) {
      for (const { command, readinessProbe, livenessProbe } of containers) {
        const program = command.at(-1)!;
        expect(existsSync(new URL(program.replace(/^dist\//, '').replace(/\.js$/, '.ts'), root))).toBe(true);
        if (readinessProbe === undefined) continue;
        expect(readinessProbe.httpGet.path).toBe('/health/ready');
        expect(livenessProbe!.httpGet.path).toBe('/health/live');
        const settings = manifests.find(({ kind }) => kind === 'ConfigMap')!.data!;
        const needed = Number(settings['AJUDANT_DRAIN_SECONDS']) + Number(settings['AJUDANT_SHUTDOWN_SECONDS']);
        expect(terminationGracePeriodSeconds).toBeGreaterThan(needed);
      }
    }
  });

  it('are all applied', () => {
    const { resources } = parse(read(`${folder}kustomization.yaml`)) as { resources: string[] };
    const there = readdirSync(new URL(folder, root)).filter((name) => name !== 'kustomization.yaml');
    expect(resources.toSorted()).toEqual(there.toSorted());
  });
});
