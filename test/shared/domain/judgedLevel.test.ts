import { askedModel } from '../../../shared/domain/asked';
import { askedFramework, modelOf } from '../../../shared/domain/askedFramework';
import { findArea } from '../../../shared/domain/framework';
import { comparableLevels, judgedLevel } from '../../../shared/domain/judgedLevel';
import { Framework, type Level } from '../../../shared/schema/framework';
import { LevelCode, type AreaCode } from '../../../shared/schema/ids';
import { reordered, smallFramework, twoAgree } from '../../support/builders/framework';
import { area, kpi, level } from '../../support/builders/ids';
import { awaitingReview, judgedReview, queriedReview, reviewIn, signedOffReview } from '../../support/builders/reviews';

const withLevel = (other: Partial<Level>): Framework => ({
  ...smallFramework,
  version: 2,
  scales: smallFramework.scales.map((scale) => ({
    ...scale,
    levels: scale.levels.map((each) => (each.code === level.assured ? { ...each, ...other } : each)),
  })),
});
const areaIn = (framework: Framework, code: AreaCode) => {
  const found = findArea(framework, code);
  if (!found) throw new Error(`There is no area ${code}.`);
  return found;
};
const v1 = { code: smallFramework.code, version: 1 };
const read = (active: Framework, stored: readonly Framework[], code = level.assured) =>
  judgedLevel(active, stored, v1, areaIn(active, area.attendance), code);

describe('a level as the version that it was judged on means it', () => {
  it('is today’s where it was judged on today’s', () =>
    expect(read(smallFramework, [smallFramework])).toMatchObject({ comparable: true, level: { name: 'Assured' } }));
  it('can be compared where another version means the same', () =>
    expect(read({ ...smallFramework, version: 2 }, [smallFramework])).toMatchObject({
      comparable: true,
      level: { name: 'Assured', tone: 'good' },
    }));
  it.each<[string, Partial<Level>]>([
    ['name', { name: 'Fine' }],
    ['tone', { tone: 'exceptional' }],
    ['symbol', { symbol: '★' }],
    ['order', { order: 6 }],
  ])('keeps its own meaning and is not compared where the %s has changed', (_, other) => {
    const active = withLevel(other);
    expect(read(active, [smallFramework, active])).toMatchObject({
      comparable: false,
      level: { name: 'Assured', tone: 'good', symbol: '✓', order: 3 },
    });
  });
  it('is shown by its code, with no claim to good or bad, where no stored version explains it', () => {
    const gone = read(withLevel({}), [], LevelCode.parse('superb'));
    expect(gone).toEqual({
      comparable: false,
      level: { code: 'superb', name: 'superb', order: 1, tone: 'steady', symbol: '?', needsIntervention: false },
    });
  });
});

describe('the levels of a row that mean the same', () => {
  const levels = { [area.attendance]: level.assured, [area.earlyYears]: level.strong, [area.vacancies]: level.actions };
  it('are all of them on the same version', () =>
    expect(comparableLevels(smallFramework, [smallFramework], { framework: v1, levels })).toEqual(levels));
  it('are those alone that the new version has not changed', () => {
    const active = withLevel({ name: 'Fine' });
    expect(comparableLevels(active, [smallFramework, active], { framework: v1, levels })).toEqual({
      [area.earlyYears]: level.strong,
      [area.vacancies]: level.actions,
    });
  });
  it('are none of an area that the model no longer has', () => {
    const active = { ...smallFramework, areas: smallFramework.areas.filter(({ code }) => code !== area.attendance) };
    expect(comparableLevels(active, [active], { framework: v1, levels })).not.toHaveProperty(area.attendance);
  });
});

describe('the copy that a record keeps', () => {
  const levels = { [area.attendance]: level.intervention, [area.safeguarding]: level.assured };
  const copy = askedModel(twoAgree, levels, [kpi.severeAbsence]);

  it('holds every area, the criteria of the chosen levels and the measures that have a value', () => {
    expect(copy.areas.map(({ code }) => code)).toEqual(twoAgree.areas.map(({ code }) => code));
    const attendance = copy.areas.find(({ code }) => code === area.attendance);
    expect(attendance?.criteria).toEqual({ intervention: ['Attendance is below 50%.'] });
    expect(attendance?.kpis.map(({ code }) => code)).toEqual([kpi.severeAbsence]);
    expect(copy.areas.find(({ code }) => code === area.safeguarding)?.criteria).toEqual({});
  });
  it('reads as a framework with its levels and the way it is settled, and with nothing else of the model', () => {
    const made = askedFramework(copy);
    expect(made).toMatchObject({ code: 'small', version: 1, name: 'Small framework', judging: twoAgree.judging });
    expect(made.scales).toEqual(twoAgree.scales);
    expect(made.categories).toEqual([]);
    expect(Framework.parse(made)).toEqual(made);
  });
  it('says the same in whatever order the model is written', () => {
    const sorted = (model: typeof copy) => [...model.areas].sort((a, b) => a.code.localeCompare(b.code));
    expect(sorted(askedModel(reordered(twoAgree), levels, [kpi.severeAbsence]))).toEqual(sorted(copy));
  });
});

describe('the model that a record is read by', () => {
  const framework = { ...smallFramework, name: 'As it was' };
  const stored = { ...smallFramework, name: 'As it is stored' };
  it('is the stored one until it is locked, and its own copy then', () => {
    const named = (['open', 'awaitingSignOff', 'queried', 'signedOff'] as const).map(
      (state) => modelOf(reviewIn[state]({ framework }), stored)?.name,
    );
    expect(named).toEqual(['As it is stored', 'As it is stored', 'As it is stored', 'As it was']);
  });
  it('is its own copy where the stored one is gone', () => {
    for (const build of [awaitingReview, queriedReview, signedOffReview])
      expect(modelOf(build({ framework }), undefined)?.name).toBe('As it was');
  });
  it('is none where the stored one is gone and nothing was ever submitted', () =>
    expect(modelOf(judgedReview({ framework }), undefined)).toBeUndefined());
  it('is the stored one for a record locked before copies were kept', () =>
    expect(modelOf(signedOffReview(), stored)?.name).toBe('As it is stored'));
});
