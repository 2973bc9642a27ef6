import { checkFramework } from '../../../shared/domain/checkFramework';
import { Framework } from '../../../shared/schema/framework';
import { mistakesAfter, placesAfter, soundDocument } from '../../support/builders/frameworkDocument';
import { mistakeCases } from './frameworkMistakes';

describe('a sound framework', () => {
  it('has no mistake', () => expect(checkFramework(Framework.parse(soundDocument()))).toEqual([]));

  it('may have no matrix, as where categories rest on other evidence', () =>
    expect(placesAfter({ areas: [], groups: [], scales: [], judging: undefined })).toEqual([]));

  it('may have no categories, as where only a matrix is kept', () =>
    expect(placesAfter({ categories: [], routes: [] })).toEqual([]));
});

describe('each mistake is found at its place, and only there', () => {
  it.each(mistakeCases)('%s', (_, changes, paths) => {
    const mistakes = mistakesAfter(changes);
    expect(mistakes.map(({ path }) => path)).toEqual(paths);
    for (const { message } of mistakes) expect(message).toMatch(/^[A-Z].*'.*\.$/);
  });

  it('says what would be right', () => {
    expect(mistakesAfter({ 'areas.0.group': 'nowhere' })[1]?.message).toBe(
      "The area 'payroll' belongs to the group 'nowhere', which does not exist; the groups are 'money' and 'school'.",
    );
    expect(mistakesAfter({ 'areas.1.kpis.0.bands.0.level': 'middle' })[0]?.message).toBe(
      "The band 'above 70' of the KPI 'rate' names the level 'middle', which the scale 'rag' does not have; it has 'low', 'mid' and 'high'.",
    );
    expect(mistakesAfter({ 'categories.2.includes': ['one'] })[0]?.message).toBe(
      "The support of 'one', 'two' and 'three' goes round in a circle, each including the other; let only the one with more support include the one with less.",
    );
  });
});

describe('mistakes of different kinds', () => {
  it('are all found at once', () =>
    expect(
      placesAfter({
        'areas.0.scale': 'no',
        'categories.0.includes': ['no'],
        'routes.0.steps': [{ kind: 'discuss', by: 'ceo' }],
        stages: ['A', 'A'],
      }),
    ).toEqual(expect.arrayContaining(['areas.0.scale', 'categories.0.includes.0', 'routes.0.steps.0', 'stages.1'])));
});

describe('the size', () => {
  const { areas } = soundDocument();
  const many = (count: number, length: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...areas[0],
      code: `a${i}`,
      name: `Area ${i}`,
      criteria: { low: ['x'.repeat(length)] },
    }));

  it('of a framework that cannot be stored is told in figures', () => {
    const notes = Array.from({ length: 60 }, (_, i) => ({
      code: `s${i}`,
      strand: 'S',
      text: `${i} ${'x'.repeat(290)}`,
    }));
    const [mistake, ...others] = mistakesAfter({
      'categories.0.support': notes,
      'categories.1.support': notes,
      'categories.2.support': notes,
    });
    expect([mistake?.path, others]).toEqual(['', []]);
    expect(mistake?.message).toMatch(
      /^The framework 'small' has \d\d,\d{3} characters .* at most 55,000 can be stored/,
    );
  });

  it('of what each record keeps a copy of is limited too', () => {
    expect(mistakesAfter({ areas: [...areas, ...many(40, 100)] })).toEqual([]);
    const [mistake, ...others] = mistakesAfter({ areas: [...areas, ...many(40, 400)] });
    expect([mistake?.path, others]).toEqual(['areas', []]);
    expect(mistake?.message).toMatch(/have \d\d,\d{3} characters, .* at most 20,000 fit/);
  });
});
