import { smallFramework as framework } from '../../../support/builders/framework';
import { roomWords } from '../../../../tabs/features/review/roomWords';

describe('what is said before a record is full', () => {
  it('is nothing while there is room', () => expect(roomWords({ framework })).toBeUndefined());

  it('is how much is left', () =>
    expect(roomWords({ framework, roomLeft: 1234 })).toBe(
      'This review is nearly full: 1,234 characters are left for all its areas together. Please be brief.',
    ));

  it('is what to do where nothing is left', () =>
    expect(roomWords({ framework, roomLeft: 0 })).toMatch(/^This review is full\..*shorten long texts/));
});
