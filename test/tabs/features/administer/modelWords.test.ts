import { FrameworkCode, Year } from '../../../../shared/schema/ids';
import type { TrustModel } from '../../../../shared/schema/modelChangeViews';
import {
  choiceWords,
  choicesFor,
  modelWords,
  movedWords,
  onlyModel,
} from '../../../../tabs/features/administer/modelWords';

const year = Year.parse('2026/27');
const model = (version: number, code = 'ours', name = 'Our model') => ({
  code: FrameworkCode.parse(code),
  version,
  name,
});
const trust = (stored: ReturnType<typeof model>[], ...inUse: ReturnType<typeof model>[]): TrustModel => ({
  years: inUse.map((used) => ({ year, model: used })),
  stored,
});

it('a version is named with its number', () => expect(modelWords(model(2))).toBe('Our model, version 2'));

it('another version is offered by its number, another model by its name too', () => {
  expect(choiceWords(model(1), model(2), year)).toBe('Use version 2 for 2026/27');
  expect(choiceWords(model(1), model(1, 'theirs', 'Theirs'), year)).toBe('Use Theirs, version 1, for 2026/27');
});

it('what a year uses is not offered to it', () =>
  expect(choicesFor(trust([model(1), model(2)], model(1)), model(1))).toEqual([model(2)]));

it('a trust that never changes its model has one line', () => {
  expect(onlyModel(trust([model(1)], model(1), model(1)))).toEqual(model(1));
  expect(onlyModel(trust([model(1), model(2)], model(1)))).toBeUndefined();
  expect(onlyModel(trust([model(2)], model(1)))).toBeUndefined();
});

it.each([
  [0, 0, 'No open record had to move.'],
  [1, 0, '1 open record went over to it.'],
  [3, 1, '3 open records went over to it. 1 more record follows within minutes.'],
  [0, 2, 'No open record had to move. 2 more records follow within minutes.'],
])('%d moved, %d left', (moved, left, words) => expect(movedWords({ year, model: model(2), moved, left })).toBe(words));
