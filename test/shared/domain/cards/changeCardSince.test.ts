import { changeCardFor, type ChangeCardInput } from '../../../../shared/domain/cards/changeCard';
import { markOf } from '../../../../shared/domain/cards/marks';
import { atApprove, decidedChange } from '../../../support/builders/changes';
import { smallFramework } from '../../../support/builders/framework';
import { area, changeId, level } from '../../../support/builders/ids';
import { alder, cora, nameOf, people } from '../../../support/builders/people';
import { today } from '../../../support/builders/changeCards';

describe('what has changed since the evidence was frozen', () => {
  const drawnWith = (changedSince: ChangeCardInput['changedSince'], change: ChangeCardInput['change'] = atApprove()) =>
    changeCardFor({
      change,
      academy: alder,
      framework: smallFramework,
      viewer: cora,
      people,
      nameOf,
      today,
      changedSince,
      seen: 'these',
    });

  it('is told in the words and the order of the frozen model, a side that nobody judged left out', () =>
    expect(
      drawnWith([
        { area: area.attendance, then: level.assured, now: level.intervention },
        { area: area.vacancies, now: level.assured },
      ]),
    ).toMatchObject({
      seen: 'these',
      changedSince: [
        { area: 'Vacancies', now: { word: 'Assured' } },
        { area: 'Attendance', then: { word: 'Assured' }, now: { word: 'Intervention required' } },
      ],
    }));

  it('is told by the words of another version where that judged it', () => {
    const [scale] = smallFramework.scales;
    const was = scale?.levels.find(({ code }) => code === level.assured);
    if (!was) throw new Error('no such level');
    const as = { ...was, name: 'Fully assured', symbol: '★', tone: 'exceptional' as const };
    expect(drawnWith([{ area: area.attendance, then: level.assured, now: level.assured, as }]).changedSince).toEqual([
      { area: 'Attendance', then: markOf(was), now: markOf(as) },
    ]);
  });

  it('is told no more once it is decided', () => {
    const since = [{ area: area.attendance, then: level.assured, now: level.intervention }];
    expect(drawnWith(since).changedSince).toHaveLength(1);
    expect(drawnWith(since, decidedChange({ id: changeId(1) })).changedSince).toEqual([]);
  });

  it('is nothing where the proposal had no row', () => expect(drawnWith([]).changedSince).toEqual([]));
});
