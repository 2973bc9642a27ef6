import { Academy } from '../../../shared/schema/people';

/** Six invented academies. Rowan has only just joined: its date depends on the year, so the history sets it. */
export const academies: readonly Academy[] = [
  { urn: '100001', name: 'Alder Academy', phase: 'special', pupils: 96, joinedOn: '2013-09-01' },
  { urn: '100002', name: 'Birch Academy', phase: 'alternativeProvision', pupils: 72, joinedOn: '2016-01-01' },
  { urn: '100003', name: 'Cedar Academy', phase: 'primary', pupils: 118, joinedOn: '2013-09-01' },
  { urn: '100004', name: 'Elm Academy', phase: 'special', pupils: 140, joinedOn: '2017-04-01' },
  // Early reading and phonics, which this area asks about, are behind a post-16 college's students.
  {
    urn: '100005',
    name: 'Hawthorn College',
    phase: 'post16',
    pupils: 84,
    joinedOn: '2019-09-01',
    notApplicable: ['progressReading'],
  },
  { urn: '100006', name: 'Rowan Academy', phase: 'primary', pupils: 104 },
].map((academy) => Academy.parse(academy));
