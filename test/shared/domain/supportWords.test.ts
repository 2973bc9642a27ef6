import { cadenceWords, daysWords, minutesWords } from '../../../shared/domain/supportWords';
import { entitlement } from '../../support/builders/support';

describe('how often', () => {
  it.each([
    [{ everyWeeks: 1 }, 'every week'],
    [{ everyWeeks: 4 }, 'every 4 weeks'],
    [{ times: 1, per: 'fortnight' }, 'every fortnight'],
    [{ times: 1, per: 'month' }, 'once a month'],
    [{ times: 1, per: 'halfTerm' }, 'every half term'],
    [{ times: 1, per: 'term' }, 'once a term'],
    [{ times: 1, per: 'year' }, 'once a year'],
    [{ times: 1, per: 'twoYears' }, 'once every two years'],
    [{ times: 2, per: 'year' }, 'twice a year'],
    [{ times: 2, per: 'halfTerm' }, 'twice a half term'],
    [{ times: 3, per: 'year' }, '3 times a year'],
    [{ times: 3, per: 'twoYears' }, '3 times every two years'],
    [{ everyYears: 2 }, 'every second year'],
    [{ everyYears: 4 }, 'every fourth year'],
    [{ everyYears: 10 }, 'every tenth year'],
  ] as const)('%j', (cadence, words) => expect(cadenceWords(entitlement({ cadence }))).toBe(words));

  it.each([
    [{ amount: 2, per: 'term' }, '2 days a term'],
    [{ amount: 1, per: 'halfTerm' }, '1 day a half term'],
    [{ amount: 10, per: 'year', upTo: true }, 'up to 10 days a year'],
    [{ amount: 2, per: 'once' }, '2 days'],
    [{ amount: 0.5, per: 'term' }, 'half a day a term'],
    [{ amount: 1.5, per: 'term', upTo: true }, 'up to 1.5 days a term'],
  ] as const)('%j', (days, words) => expect(cadenceWords(entitlement({ days }))).toBe(words));

  it('says both where both are laid down', () =>
    expect(cadenceWords(entitlement({ cadence: { times: 1, per: 'term' }, days: { amount: 2, per: 'term' } }))).toBe(
      'once a term, 2 days a term',
    ));
  it('is when asked for, whatever rhythm stands beside it, within its days', () => {
    expect(cadenceWords(entitlement({ onRequest: true }))).toBe('when asked for');
    expect(cadenceWords(entitlement({ onRequest: true, cadence: { everyWeeks: 1 } }))).toBe('when asked for');
    expect(cadenceWords(entitlement({ onRequest: true, days: { amount: 5, per: 'year', upTo: true } }))).toBe(
      'when asked for, up to 5 days a year',
    );
  });
  it('makes nothing up where the source names none', () => expect(cadenceWords(entitlement())).toBe('at no set times'));
});

it('an allowance without its period', () => {
  expect(daysWords({ amount: 0.5, upTo: true })).toBe('up to half a day');
  expect(daysWords({ amount: 12, upTo: false })).toBe('12 days');
});

it.each([
  [30, '30 minutes'],
  [60, '1 hour'],
  [90, '1 hour 30 minutes'],
  [120, '2 hours'],
])('%i minutes', (minutes, words) => expect(minutesWords(minutes)).toBe(words));
