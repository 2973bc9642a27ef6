import { TrustSettings } from '../../../shared/schema/settings';
import { judgedPeriods } from '../../../shared/domain/periods';
import { lastYear, thisYear } from './ids';

/** Two academic years under one framework. */
export const settings: TrustSettings = TrustSettings.parse({
  name: 'trust',
  trustName: 'Orchard Learning Trust',
  years: [
    {
      year: lastYear,
      framework: { code: 'small', version: 1 },
      terms: [
        { term: 'autumn', startsOn: '2025-09-01', endsOn: '2025-12-19' },
        { term: 'spring', startsOn: '2026-01-05', endsOn: '2026-03-27' },
        { term: 'summer', startsOn: '2026-04-13', endsOn: '2026-07-22' },
      ],
    },
    {
      year: thisYear,
      framework: { code: 'small', version: 1 },
      terms: [
        { term: 'autumn', startsOn: '2026-09-02', endsOn: '2026-12-18' },
        { term: 'spring', startsOn: '2027-01-04', endsOn: '2027-03-25' },
        { term: 'summer', startsOn: '2027-04-12', endsOn: '2027-07-21' },
      ],
    },
  ],
  policies: { peersSeeLevels: false },
});

export const peersSeeLevels: TrustSettings = { ...settings, policies: { peersSeeLevels: true } };

export const autumn = { year: thisYear, period: 'autumn' } as const;
export const summerBefore = { year: lastYear, period: 'summer' } as const;

/** 'Now' in these tests: a Friday in the autumn term, 10:00 in London. */
export const now = '2026-11-20T10:00:00.000Z';

/** The terms of the two years, as a framework judges them. */
export const periods = judgedPeriods(settings.years, () => 'term');
