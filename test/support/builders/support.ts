import { Entitlement } from '../../../shared/schema/support';
import { AcademicYear } from '../../../shared/schema/settings';
import type { z } from 'zod';

/** An academic year as a trust keeps it: half-term holidays, a bank holiday in term, terms that begin in mid-week. */
export const schoolYear: AcademicYear = AcademicYear.parse({
  year: '2026/27',
  framework: { code: 'small', version: 1 },
  terms: [
    {
      term: 'autumn',
      startsOn: '2026-09-02',
      endsOn: '2026-12-18',
      halfTerm: { startsOn: '2026-10-26', endsOn: '2026-10-30' },
    },
    {
      term: 'spring',
      startsOn: '2027-01-04',
      endsOn: '2027-03-25',
      halfTerm: { startsOn: '2027-02-15', endsOn: '2027-02-19' },
    },
    {
      term: 'summer',
      startsOn: '2027-04-12',
      endsOn: '2027-07-21',
      halfTerm: { startsOn: '2027-05-31', endsOn: '2027-06-04' },
    },
  ],
  closedOn: ['2027-05-03'],
});

export const entitlement = (parts: Partial<z.input<typeof Entitlement>> = {}): Entitlement =>
  Entitlement.parse({ code: 'visit', strand: 'School improvement', text: 'A visit', ...parts });
