import { inPlay } from '../../../shared/domain/inPlay';
import { findArea, levelOf, scaleOf } from '../../../shared/domain/framework';
import { suggestLevel } from '../../../shared/domain/kpis';
import { rateArea } from '../../../shared/domain/review';
import { Framework } from '../../../shared/schema/framework';
import { AreaCode, LevelCode } from '../../../shared/schema/ids';
import { now } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { frozen, refusalOf } from '../../support/builders/outcome';
import { dana } from '../../support/builders/people';
import { openReview } from '../../support/builders/reviews';

const [rag] = smallFramework.scales;
const part = (code: string, name: string, within: string) => ({ code, name, within, group: 'school', scale: 'rag' });
const given: Framework = frozen(
  Framework.parse({
    ...smallFramework,
    areas: [
      part('science', 'Science', 'safeguarding'),
      ...smallFramework.areas.map((each) => ({ ...each, highIsBad: each.code === area.attendance })),
      part('mathematics', 'Mathematics', 'safeguarding'),
    ],
  }),
);
const made = inPlay(given);
const inMade = (code: string) => {
  const found = findArea(made, AreaCode.parse(code));
  if (!found) throw new Error(`There is no area ${code}.`);
  return found;
};

describe('an area where high is bad', () => {
  it('is on a scale of its own: each level keeps its name and takes what its opposite means', () => {
    const scale = scaleOf(made, inMade('attendance'));
    expect(
      scale?.levels.map(({ code, name, order, tone, symbol, needsIntervention }) => [
        code,
        name,
        order,
        tone,
        symbol,
        needsIntervention,
      ]),
    ).toEqual([
      ['intervention', 'Intervention required', 3, 'good', '✓', false],
      ['actions', 'Actions in place', 2, 'caution', '◐', false],
      ['assured', 'Assured', 1, 'critical', '!', true],
    ]);
    expect(scale?.code).not.toBe(rag?.code);
    expect(scale?.name).toContain('high is bad');
  });
  it('leaves the other areas, and the scale that they share, alone', () => {
    expect(scaleOf(made, inMade('vacancies'))).toEqual(rag);
    expect(levelOf(made, inMade('vacancies'), level.assured)?.tone).toBe('good');
  });
  it('asks for a reason where its highest level is chosen', () => {
    const review = openReview();
    const { urn, year, period } = review;
    const base = { commandId: commandId('high-is-bad'), urn, year, period, area: area.attendance };
    const command = { ...base, level: level.assured, rationale: '', evidence: [], basedOn: null };
    const no = refusalOf(rateArea(review, command, { by: dana.id, at: now, framework: made }));
    expect(no).toMatchObject({ code: 'review.rationale-needed', why: 'needs-intervention' });
  });
  it('suggests the level that is now the worst of its measures', () => {
    const record = (value: number) => ({ value, asAt: '2026-11-01', source: '', by: dana.id, at: now });
    const values = { [kpi.attendanceRate]: record(80), [kpi.severeAbsence]: record(90) };
    expect(suggestLevel(made, inMade('attendance'), values)?.level).toBe(level.assured);
    expect(suggestLevel(given, given.areas[3] ?? inMade('attendance'), values)?.level).toBe(level.intervention);
  });
  it('turns a scale of an even number of levels, and one of six, end for end', () => {
    for (const length of [2, 6]) {
      const levels = Array.from({ length }, (_, i) => ({
        ...smallFramework.scales[0]?.levels[0],
        code: LevelCode.parse(`level${i}`),
        order: i + 1,
        symbol: `C${i + 1}`,
      }));
      const scales = [{ ...rag, levels }];
      const high = { ...smallFramework.areas[0], highIsBad: true, criteria: {}, kpis: [] };
      const turned = inPlay(Framework.parse({ ...smallFramework, scales, areas: [high] }));
      expect(turned.scales[1]?.levels.map(({ order, symbol }) => [order, symbol])).toEqual(
        levels.map((_, i) => [length - i, `C${length - i}`]),
      );
    }
  });
});

describe('a part of an area', () => {
  it('follows it, whatever order they are written in, and carries its name', () =>
    expect(made.areas.map(({ name }) => name)).toEqual([
      'Vacancies',
      'Retention',
      'Attendance',
      'Early years',
      'Safeguarding',
      'Safeguarding: Science',
      'Safeguarding: Mathematics',
    ]));
});

describe('whatever it turns', () => {
  it('is still what the schema takes', () => expect(Framework.parse(made)).toEqual(made));
  it('is the same framework where nothing is to be turned', () =>
    expect(inPlay(smallFramework)).toEqual(smallFramework));
});
