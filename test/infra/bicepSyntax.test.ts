import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'web-tree-sitter';
import { infra } from './bicep';
import { bicepParser, nameFaults, syntaxFaults } from './bicepSyntax';

const files = readdirSync(path.resolve('infra')).filter((name) => name.endsWith('.bicep'));
let parse: (bicep: string) => Node;

beforeAll(async () => {
  parse = await bicepParser();
});

describe('the files of the infrastructure', () => {
  it('are found', () => expect(files.length).toBeGreaterThan(5));

  it.each(files)('%s is Bicep', (name) => {
    expect(syntaxFaults(name, parse(infra(name)))).toEqual([]);
  });

  it.each(files)('%s uses what it names, and names what it uses', (name) => {
    expect(nameFaults(name, parse(infra(name)))).toEqual([]);
  });

  it('would be found out', () => {
    const broken = infra('bot.bicep').replace('param name string', 'param name string =');
    expect(syntaxFaults('bot.bicep', parse(broken))).not.toEqual([]);
    expect(syntaxFaults('x', parse("resource a 'b@2024-01-01' = {\n  name: 'c'\n"))).not.toEqual([]);
    expect(nameFaults('x', parse('param a string\noutput b string = c'))).toEqual([
      'x:2:19 c is nowhere given',
      'x:1:7 a is not used',
    ]);
    expect(nameFaults('x', parse('var a = gid(1)\noutput b string = a'))).toEqual(['x:1:9 gid is nowhere given']);
  });
});
