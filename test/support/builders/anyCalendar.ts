import fc from 'fast-check';
import { addDays } from '../../../shared/domain/day';
import { TrustSettings } from '../../../shared/schema/settings';
import { settings } from './calendar';

const terms = ['autumn', 'spring', 'summer'] as const;

const anyYear = (start: number): fc.Arbitrary<unknown> =>
  fc
    .record({
      /** Days after 1 September; the first of them may be in August. */
      starts: fc.tuple(
        fc.integer({ min: -6, max: 20 }),
        fc.integer({ min: 118, max: 140 }),
        fc.integer({ min: 215, max: 235 }),
      ),
      lengths: fc.tuple(...[90, 70, 90].map((max) => fc.integer({ min: 40, max }))),
      holidays: fc.tuple(...[0, 1, 2].map(() => fc.option(fc.integer({ min: 0, max: 16 })))),
      closed: fc.array(fc.integer({ min: 0, max: 330 }), { maxLength: 12 }),
    })
    .map(({ starts, lengths, holidays, closed }) => {
      const day = (n: number): string => addDays(`${start}-09-01`, n);
      return {
        year: `${start}/${String((start + 1) % 100).padStart(2, '0')}`,
        framework: { code: 'small', version: 1 },
        terms: terms.map((term, at) => {
          const first = starts[at] ?? 0;
          const holiday = holidays[at] ?? undefined;
          return {
            term,
            startsOn: day(first),
            endsOn: day(first + (lengths[at] ?? 0)),
            ...(holiday !== undefined && {
              halfTerm: { startsOn: day(first + 15), endsOn: day(first + 15 + holiday) },
            }),
          };
        }),
        closedOn: closed.map(day),
      };
    });

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Settings with one to three years, perhaps with a year between them that nobody has entered, and any hours. */
export const anySettings: fc.Arbitrary<TrustSettings> = fc
  .record({
    years: fc.subarray([2025, 2026, 2027], { minLength: 1 }).chain((starts) => fc.tuple(...starts.map(anyYear))),
    from: clock,
    until: clock,
  })
  .map(({ years, from, until }) => TrustSettings.parse({ ...settings, years, delivery: { from, until } }));

/** The usual calendar with holidays, closed days and the usual hours. */
export const schoolYear: TrustSettings = TrustSettings.parse({
  ...settings,
  years: settings.years.map((year) =>
    year.year === '2026/27'
      ? {
          ...year,
          terms: year.terms.map((term) => ({
            ...term,
            ...(term.term === 'autumn' && { halfTerm: { startsOn: '2026-10-26', endsOn: '2026-10-30' } }),
            ...(term.term === 'summer' && { halfTerm: { startsOn: '2027-05-31', endsOn: '2027-06-04' } }),
          })),
          closedOn: ['2026-10-23', '2027-05-03'],
        }
      : year,
  ),
});
