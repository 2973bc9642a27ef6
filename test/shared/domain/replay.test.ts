import { replayOf } from '../../../shared/domain/replay';
import { commandId } from '../../support/builders/ids';
import { cora, dana } from '../../support/builders/people';
import { judgedReview } from '../../support/builders/reviews';

const { history } = judgedReview();
const rated = commandId('rated-attendance');

describe('a command’s second arrival', () => {
  it.each([
    ['never seen before', commandId('never-seen'), dana.id, ['rated'], 'new'],
    ['seen before, by the same person for the same act', rated, dana.id, ['rated'], 'done'],
    ['seen before, for one of several acts', rated, dana.id, ['measured', 'rated'], 'done'],
    ['seen before, by somebody else', rated, cora.id, ['rated'], 'reused'],
    ['seen before, for another act', rated, dana.id, ['measured'], 'reused'],
    ['seen before, for no act at all', rated, dana.id, [], 'reused'],
  ] as const)('%s', (_, id, by, types, outcome) => expect(replayOf(history, id, by, types)).toBe(outcome));

  it('is new in an empty history', () => expect(replayOf([], rated, dana.id, ['rated'])).toBe('new'));

  it('for another thing of the same act is reused: the same id for two areas is two judgements', () => {
    expect(replayOf(history, rated, dana.id, ['rated'], 'attendance')).toBe('done');
    expect(replayOf(history, rated, dana.id, ['rated'], 'safeguarding')).toBe('reused');
  });
});
