import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readCommand, usage } from '../../local/commandLine';
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
