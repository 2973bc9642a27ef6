import { readFileSync } from 'node:fs';
import path from 'node:path';
import { infra, modulesIn, paramsIn } from './bicep';

const page = (...name: string[]): string => readFileSync(path.resolve('docs', ...name), 'utf8').replace(/\s+/g, ' ');
const main = infra('main.bicep');
const example = infra('env', '.env.example');
const parameters = JSON.parse(infra('main.parameters.json')) as { parameters: Record<string, { value: string }> };

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
const valueOf = (variable: string): string => new RegExp(`^${variable}=(.*)$`, 'm').exec(example)?.[1] ?? '';
const variableOf = (param: string): string => parameters.parameters[param]?.value.slice(3, -2) ?? '';
const defaultOf = (param: string): string => new RegExp(`^param ${param} \\w+ = '(.*)'$`, 'm').exec(main)?.[1] ?? '';
const allowedFor = (param: string): readonly string[] => {
  const [, list = ''] = new RegExp(`@allowed\\(\\[(.*)\\]\\)\\nparam ${param} `).exec(main) ?? [];
  return Array.from(list.matchAll(/'([^']+)'/g), ([, value = '']) => value);
};

describe('telemetry', () => {
  const monitoring = infra('monitoring.bicep');
  const days = numberIn(monitoring, /^var keptForDays = (\d+)$/m);
  const [, list = ''] = /^var tables = \[\n([^\]]*)\]$/m.exec(monitoring) ?? [];
  const tables = list.split('\n').flatMap((line) => /^ {2}'(\w+)'$/.exec(line)?.[1] ?? []);

  it('is kept in each table of Application Insights for as long as the data map says', () => {
    // Microsoft’s list of the tables that keep 90 days unless they are told otherwise.
    expect(tables).toEqual([
      'AppAvailabilityResults',
      'AppBrowserTimings',
      'AppDependencies',
      'AppEvents',
      'AppExceptions',
      'AppMetrics',
      'AppPageViews',
      'AppPerformanceCounters',
      'AppRequests',
      'AppSystemEvents',
      'AppTraces',
    ]);
    expect(monitoring).toContain('for table in tables: {');
    expect(monitoring).toContain('properties: { retentionInDays: keptForDays, totalRetentionInDays: keptForDays }');
    expect(numberIn(page('privacy.md'), /\| Application Insights[^|]*\|[^|]*\| (\d+) days[^|]*\|/)).toBe(days);
  });

  it('is kept in the workspace no longer, not by a day', () => {
    expect(monitoring).toContain('    retentionInDays: keptForDays\n');
    expect(monitoring).toContain('features: { immediatePurgeDataOn30Days: true }');
    expect(days).toBe(30);
  });

  it('is bounded by what the costs are counted with', () => {
    const gigabytes = numberIn(monitoring, /dailyQuotaGb: (\d+)/);
    expect(numberIn(page('operations', 'costs.md'), /at most (\d+) GB a day/)).toBe(gigabytes);
  });
});

describe('a subscription of another tenant', () => {
  it('is found out by the name that every resource has, in words, before anything is made', () => {
    expect(main).toMatch(
      /^var name = tenantId =~ subscription\(\)\.tenantId\n {2}\? '[^\n]+'\n {2}: fail\('[^\n]+'\)$/m,
    );
    expect(variableOf('tenantId')).toBe('AAD_APP_TENANT_ID');
    expect(paramsIn(main).required).toContain('tenantId');
    // The first Bicep that has `fail` is 0.33.93.
    const yml = readFileSync(path.resolve('teamsapp.yml'), 'utf8');
    expect(numberIn(yml, /bicepCliVersion: v0\.(\d+)\./)).toBeGreaterThan(33);
    const made = [...main.matchAll(/^(?:resource|module) (\w+) '[^']+' = \{\n([^]*?)^\}/gm)];
    expect(made.length).toBe(1 + modulesIn(main).size);
    for (const [, what, body = ''] of made)
      expect({ what, named: /\bname: name$|identity\.(properties|id)/m.test(body) }).toEqual({ what, named: true });
  });
});

describe('what an update and a month cost', () => {
  const functions = infra('functions.bicep');
  const costs = page('operations', 'costs.md');

  it('is set by the environment file, with the values that are built in', () => {
    for (const param of ['alwaysReady', 'updateStrategy', 'budgetAmount', 'budgetEmail', 'budgetFrom'])
      expect({ param, value: valueOf(variableOf(param)) }).toEqual({ param, value: defaultOf(param) });
    expect(allowedFor('alwaysReady')).toContain(valueOf('ALWAYS_READY'));
    expect(allowedFor('updateStrategy')).toEqual(['RollingUpdate', 'Recreate']);
    expect(functions).toContain('siteUpdateStrategy: { type: updateStrategy }');
  });

  it('is an update without an interruption: batch by batch, and more than one batch', () => {
    expect(defaultOf('updateStrategy')).toBe('RollingUpdate');
    expect(Number(defaultOf('alwaysReady'))).toBeGreaterThan(1);
  });

  it('is counted with the instances that there are', () => {
    const baseline = Number(defaultOf('alwaysReady')) * 2 * 2_592_000 * 0.000004;
    expect(costs).toContain(`$${baseline.toFixed(2)}`);
    const most = numberIn(functions, /maximumInstanceCount: (\d+)/);
    expect(numberIn(costs, /at most (\d+) instances on demand/)).toBe(most);
    expect(costs).toContain(`$${(most * 2 * 86_400 * 0.000026).toFixed(2)} a day`);
  });

  it('has a budget that tells somebody, where somebody is named', () => {
    const budget = infra('budget.bicep');
    expect(budget).toContain("= if (email != 'none') {");
    expect(budget.match(/contactEmails: \[email\]/g)).toHaveLength(2);
    expect(defaultOf('budgetEmail')).toBe('none');
    expect(valueOf('BUDGET_FROM')).toMatch(/^\d{4}-\d{2}-01$/);
  });
});
