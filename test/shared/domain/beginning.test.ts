import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleTrust } from '../../../local/sample/samples';
import { beginningContents, beginningMistakes } from '../../../shared/domain/beginning';
import { mistakesIn } from '../../../shared/domain/archive';
import { Beginning } from '../../../shared/schema/beginning';

const example: unknown = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../docs/first-trust.example.json'), 'utf8'),
);
const beginning = Beginning.parse(example);
const [framework] = sampleTrust('riskMatrix', '2026-11-22').frameworks;
if (!framework) throw new Error('The sample has no framework.');

describe('a trust on its first day', () => {
  it('holds its settings, its model and one administrator, as the example of the guide says', () => {
    const contents = beginningContents(beginning, framework);
    expect(beginningMistakes(beginning)).toEqual([]);
    expect(mistakesIn(contents, 60_000)).toEqual([]);
    expect(contents.people).toEqual([{ ...beginning.administrator, roles: [{ role: 'administrator' }] }]);
    expect(contents.settings.map(({ name }) => name)).toEqual([
      'trust',
      `framework:${framework.code}@${framework.version}`,
    ]);
    expect([contents.academies, contents.categoryChanges, contents.reviews]).toEqual([[], [], []]);
  });

  it('is the same each time it is begun', () => {
    expect(beginningContents(beginning, framework)).toEqual(beginningContents(beginning, framework));
  });

  it('keeps the levels of other academies from head teachers until somebody allows it', () => {
    expect(beginningContents(beginning, framework).settings[0]).toMatchObject({ policies: { peersSeeLevels: false } });
  });
});

describe('the file that it is begun from', () => {
  it('is told which date is wrong', () => {
    const [autumn, ...others] = beginning.terms;
    if (!autumn) throw new Error('The example has no autumn term.');
    const wrong = { ...beginning, terms: [{ ...autumn, endsOn: '2027-02-01' }, ...others] };
    expect(beginningMistakes(wrong)).toEqual([
      'spring.startsOn: The spring term begins before the autumn term is over.',
    ]);
  });

  it.each([
    ['an object id that is none', { administrator: { ...beginning.administrator, id: 'ada.admin@orchard.example' } }],
    ['a role, which it cannot give', { administrator: { ...beginning.administrator, roles: [{ role: 'ceo' }] } }],
    ['a word that nobody knows', { academies: [] }],
    ['a year without its terms', { terms: [] }],
    ['years that do not follow each other', { year: '2026/28' }],
  ])('is refused with %s', (_name, change) => {
    expect(Beginning.safeParse({ ...beginning, ...change }).success).toBe(false);
  });
});
