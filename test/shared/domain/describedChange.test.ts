import { AskedModel } from '../../../shared/schema/asked';
import { Framework } from '../../../shared/schema/framework';
import { askedModel } from '../../../shared/domain/asked';
import { categoryIn, categoryWordOf, describedIn, evidenceIn } from '../../../shared/domain/describedChange';
import { inPlay } from '../../../shared/domain/inPlay';
import { atDiscuss, withoutCopies } from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { area, category, kpi, level } from '../../support/builders/ids';

const another = Framework.parse({
  ...smallFramework,
  categoryWord: 'tier',
  categories: smallFramework.categories.map((each) => ({ ...each, name: `New ${each.name}` })),
});

describe('what a change is about', () => {
  it('is read from its own copy, whatever the framework says', () => {
    const change = atDiscuss();
    for (const framework of [smallFramework, another, undefined])
      expect(describedIn(change, framework)).toEqual(change.described);
  });
  it('without a copy, from the version that it was proposed on', () =>
    expect(describedIn(withoutCopies(atDiscuss()), another)).toMatchObject({
      from: { name: 'New Improve' },
      to: { name: 'New Repair' },
      categoryWord: 'tier',
    }));
  it('with neither, its code, with no claim to good or bad', () => {
    const described = describedIn(withoutCopies(atDiscuss({ from: null })), undefined);
    expect(described).toMatchObject({ to: { name: 'repair', symbol: '?', tone: 'steady' }, categoryWord: 'category' });
    expect(described).not.toHaveProperty('from');
  });
  it('is called by the trust’s word', () => {
    expect(categoryWordOf(atDiscuss({ framework: another }))).toBe('tier');
    expect(categoryWordOf(withoutCopies(atDiscuss()))).toBe('category');
  });
  it('a category brings the support of those that it includes', () => {
    const including = Framework.parse({
      ...smallFramework,
      categories: smallFramework.categories.map((each) =>
        each.code === category.repair ? { ...each, includes: [category.sustain] } : each,
      ),
    });
    expect(categoryIn(including, category.repair).support.map(({ text }) => text)).toEqual([
      'Fortnightly visit',
      'Monthly board',
      'Yearly visit',
    ]);
  });
});

describe('the evidence of a change', () => {
  it('keeps what its levels mean', () => {
    const change = atDiscuss();
    for (const framework of [smallFramework, another, undefined])
      expect(evidenceIn(change, framework)).toEqual(change.evidence);
  });
  it('without a copy is read by the version that it was proposed on, where that is stored', () => {
    const change = withoutCopies(atDiscuss());
    expect(evidenceIn(change, smallFramework)?.model?.frameworkName).toBe('Small framework');
    expect(evidenceIn(change, undefined)).toEqual(change.evidence);
  });
});

describe('what was asked', () => {
  const levels = { [area.attendance]: level.assured };
  it('is every area, with the criteria of the chosen level and the measures that have a value', () => {
    const model = askedModel(smallFramework, levels, [kpi.severeAbsence]);
    expect(AskedModel.parse(model)).toEqual(model);
    expect(model.areas.map(({ code }) => code)).toEqual(smallFramework.areas.map(({ code }) => code));
    expect(model.areas.find(({ code }) => code === area.attendance)).toMatchObject({
      criteria: { assured: ['Attendance is above 70%.'] },
      kpis: [{ code: kpi.severeAbsence }],
    });
    expect(model.areas.find(({ code }) => code === area.safeguarding)).toMatchObject({ criteria: {}, kpis: [] });
  });
  it('keeps no scale or function that no area uses', () => {
    const areas = smallFramework.areas.filter(({ group }) => group === 'staffing');
    const model = askedModel({ ...smallFramework, areas }, {});
    expect(model.scales.map(({ code }) => code)).toEqual(['rag']);
    expect(model.groups.map(({ code }) => code)).toEqual(['staffing']);
  });
  it('keeps the turned scale of an area where high is bad', () => {
    const areas = smallFramework.areas.map((each) => ({ ...each, highIsBad: each.code === area.vacancies }));
    const model = askedModel(inPlay(Framework.parse({ ...smallFramework, areas })), {});
    expect(model.scales.map(({ code }) => code)).toEqual(['rag', 'five', 'ragTurned']);
  });
});
