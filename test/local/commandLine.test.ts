import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readCommand, usage } from '../../local/commandLine';
import { faultNames, namedFaults } from '../../local/graph/faultNames';
import { applyOrder, FaultOrder } from '../../local/graph/faultOrder';
import { createFaults } from '../../local/graph/faults';
import { inProject } from '../../local/projectRoot';
import { findSampleCode, sampleCodes } from '../../local/sample/codes';
import { sampleOf } from '../../local/sample/samples';

const packs = readdirSync(inProject('shared', 'frameworks')).map((file) => path.basename(file, '.json'));

describe('the framework of the sample', () => {
  it('is combined assurance unasked, and each keeps its data in a folder of its own', () => {
    expect(readCommand([], {})).toMatchObject({
      framework: 'combinedAssurance',
      dataDir: inProject('.local', 'combinedAssurance'),
    });
    for (const code of sampleCodes)
      expect(readCommand(['--framework', code], {}).dataDir).toBe(inProject('.local', code));
  });

  it.each([
    ['growingAsOne', 'growingAsOne'],
    ['growing-as-one', 'growingAsOne'],
    ['RISKMATRIX', 'riskMatrix'],
    ['Risk-Matrix', 'riskMatrix'],
    ['earned-Autonomy', 'earnedAutonomy'],
    ['lead-grow-reinvent-stabilise', 'leadGrowReinventStabilise'],
  ])('is found by %s', (name, code) => expect(readCommand(['--framework', name], {}).framework).toBe(code));

  it('stays apart from the folder that was asked for', () => {
    const command = readCommand(['--framework', 'risk-matrix', '--data', 'here'], { INIT_CWD: '/somewhere' });
    expect(command).toMatchObject({ framework: 'riskMatrix', dataDir: path.resolve('/somewhere', 'here') });
  });

  it.each(['', 'risk', 'risk matrix', 'toString'])('is refused as “%s”, with the list', (name) =>
    expect(() => readCommand(['--framework', name], {})).toThrow(
      `There is no sample trust for the framework "${name}". Choose one of: combinedAssurance, growingAsOne, ` +
        'leadGrowReinventStabilise, earnedAutonomy, riskMatrix.',
    ),
  );

  it('is one of the packs, each of which has a sample and stands in the help', () => {
    expect(packs).toEqual(expect.arrayContaining([...sampleCodes]));
    for (const code of sampleCodes) {
      expect(usage).toContain(code);
      expect(findSampleCode(code)).toBe(code);
      expect(sampleOf(code).framework.code).toBe(code);
    }
  });
});

describe('the troubles of the local Graph', () => {
  it('are none unasked, otherwise those that are named, each once and in their order', () => {
    expect(readCommand([], {}).faults).toEqual([]);
    expect(readCommand(['--faults', 'unreliable, slow,unreliable'], {}).faults).toEqual(['unreliable', 'slow']);
  });

  it.each(['', 'slow,', 'fast', 'toString'])('are refused as “%s”, with the list', (names) =>
    expect(() => readCommand(['--faults', names], {})).toThrow(
      /There are no faults called ".*"\. Choose among: slow, small-trust, throttled/,
    ),
  );

  it.each(faultNames)('%s is what the local Graph takes, and stands in the help', (name) => {
    expect(usage).toContain(`${name} `);
    const faults = createFaults();
    applyOrder(faults, FaultOrder.parse(namedFaults[name].order));
    const { latencyMs, unitsPerMinute, deltaLagMs } = faults;
    const met = Array.from({ length: 20 }, (_, i) =>
      ['GET', 'PATCH', 'POST'].map((method) =>
        faults.take(method, `/v1.0/sites/x/lists/y/items/delta?token=${i}`, ['answer', 'dropAfter', 'dropBefore']),
      ),
    ).flat();
    const anything = met.some((effect) => effect !== undefined);
    expect([anything, latencyMs > 0, unitsPerMinute < Infinity, deltaLagMs > 0]).toContain(true);
    expect(faults.take('POST', '/5a3e/oauth2/v2.0/token')).toBeUndefined();
  });
});

it('the troubles of the local Graph stand in its documentation', () => {
  const documented = readFileSync(inProject('docs', 'local-graph.md'), 'utf8');
  for (const name of faultNames) expect(documented).toContain(`| \`${name}\``);
});
