import { createActs } from '../../../tabs/api/acts';

const counting = () => {
  let n = 0;
  return createActs(() => `command-${++n}`);
};

describe('one command id for one act', () => {
  it('ignores a second click while the first is on its way', () => {
    const acts = counting();
    expect(acts.begin({ level: 'assured' })).toBe('command-1');
    expect(acts.begin({ level: 'assured' })).toBeUndefined();
    expect(acts.begin({ level: 'actions' })).toBeUndefined();
  });

  it('sends the same act again under the same id while its outcome is not known', () => {
    const acts = counting();
    acts.begin({ level: 'assured' });
    acts.end('unknown');
    expect(acts.begin({ level: 'assured' })).toBe('command-1');
    acts.end('unknown');
    expect(acts.begin({ level: 'assured' })).toBe('command-1');
  });

  it('gives another act another id', () => {
    const acts = counting();
    acts.begin({ level: 'assured' });
    acts.end('unknown');
    expect(acts.begin({ level: 'actions' })).toBe('command-2');
  });

  it('gives the next act another id once the server has answered', () => {
    const acts = counting();
    acts.begin({ level: 'assured' });
    acts.end('known');
    expect(acts.begin({ level: 'assured' })).toBe('command-2');
  });
});
