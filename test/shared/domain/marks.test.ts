import { categoryWords, legendOf, markOn, markWords, notJudged } from '../../../shared/domain/marks';
import { smallFramework } from '../../support/builders/framework';
import { level } from '../../support/builders/ids';

const [rag, five] = smallFramework.scales;

describe('marks', () => {
  it('shows a level by tone, symbol and word', () => {
    expect(markOn(rag, level.intervention)).toEqual({
      tone: 'critical',
      symbol: '!',
      word: 'Intervention required',
      strong: true,
    });
  });
  it('shows a level of another scale, or none, as not judged', () => {
    expect(markOn(rag, level.strong)).toEqual(notJudged);
    expect(markOn(five, undefined)).toEqual(notJudged);
    expect(markOn(undefined, level.assured)).toEqual(notJudged);
  });
  it('lists every level once, best first', () => {
    const words = legendOf([...smallFramework.scales, ...smallFramework.scales]).map(({ word }) => word);
    expect(words.slice(0, 3)).toEqual(['Assured', 'Actions in place', 'Intervention required']);
    expect(words).toHaveLength(8);
  });
  it('says a category by symbol and name, and its figure once', () => {
    expect(categoryWords({ symbol: '▲', name: 'Improve' })).toBe('▲ Improve');
    expect(categoryWords({ symbol: '1', name: 'Category 1' })).toBe('Category 1');
    expect(categoryWords({ symbol: '1', name: 'Category 12' })).toBe('1 Category 12');
    expect(markWords({ symbol: '1', word: 'Lead' }, '\u00a0')).toBe('1\u00a0Lead');
  });
});
