import { settlingOf } from '../../../shared/domain/judging';
import type { MatrixRow } from '../../../shared/schema/matrixViews';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { judgedBy, smallFramework, threeAgree } from '../../support/builders/framework';

type State = MatrixRow['review'];
const states: readonly State[] = ['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff'];
const words = (settling: Parameters<typeof reviewStateWords>[1]) =>
  states.map((state) => reviewStateWords(state, settling));

describe('where a review stands, in the words of who settles it', () => {
  it('the head teacher signs off', () =>
    expect(words(settlingOf(smallFramework))).toEqual([
      'Not opened yet',
      'Being judged',
      'Waiting for the head teacher’s sign-off',
      'Queried by the head teacher',
      'Signed off',
    ]));
  it('so too where a model does not say', () => expect(words(undefined)).toEqual(words(settlingOf(smallFramework))));
  it('somebody else signs off: the head teacher is not named', () => {
    const { judging } = judgedBy({ settling: { word: 'signOff', by: ['ceo'] } });
    expect(words(judging?.settling).join()).not.toContain('head teacher');
    expect(words(judging?.settling)).toContain('Waiting for sign-off');
  });
  it('several agree', () =>
    expect(words(settlingOf(threeAgree))).toEqual([
      'Not opened yet',
      'Being judged',
      'Waiting for agreement',
      'Queried',
      'Agreed',
    ]));
});
