import { Academy } from '../../../shared/schema/people';
import { graded, reportCard, type Past } from '../inspections';

const noSixthForm = ['sixthForm'];

/** Three invented primaries and three secondaries. Rowan joined last year: its date depends on the year. */
export const academies: readonly Academy[] = [
  {
    urn: '100001',
    name: 'Alder Academy',
    phase: 'secondary',
    pupils: 688,
    joinedOn: '2016-09-01',
    notApplicable: noSixthForm,
  },
  { urn: '100002', name: 'Birch Academy', phase: 'primary', pupils: 196, joinedOn: '2016-09-01' },
  { urn: '100003', name: 'Cedar Academy', phase: 'primary', pupils: 312, joinedOn: '2016-09-01' },
  {
    urn: '100004',
    name: 'Elm Academy',
    phase: 'secondary',
    pupils: 834,
    joinedOn: '2018-01-01',
    notApplicable: noSixthForm,
  },
  { urn: '100005', name: 'Hawthorn College', phase: 'secondary', pupils: 1042, joinedOn: '2019-09-01' },
  { urn: '100006', name: 'Rowan Academy', phase: 'primary', pupils: 143 },
].map((academy) => Academy.parse(academy));

/** The trust grades Alder above Ofsted's last word, Birch and Elm below it: some of the inspections are years old. */
export const pasts: Readonly<Record<string, Past>> = {
  '100001': {
    inspections: [
      graded('2022-02-01', 'requiresImprovement', {
        'Quality of education': 'requiresImprovement',
        'Behaviour and attitudes': 'good',
        'Personal development': 'good',
        'Leadership and management': 'requiresImprovement',
      }),
    ],
  },
  '100002': { inspections: [graded('2016-05-10', 'good')] },
  '100003': {
    inspections: [
      graded('2018-11-13', 'good'),
      graded('2023-06-27', 'outstanding', {
        'Quality of education': 'outstanding',
        'Behaviour and attitudes': 'outstanding',
        'Personal development': 'outstanding',
        'Leadership and management': 'outstanding',
        'Early years provision': 'good',
      }),
    ],
  },
  '100004': { inspections: [graded('2017-01-24', 'outstanding')] },
  '100005': {
    inspections: [
      graded('2021-09-28', 'requiresImprovement'),
      reportCard('2026-04-28', {
        Achievement: 'strongStandard',
        'Attendance and behaviour': 'expectedStandard',
        'Curriculum and teaching': 'strongStandard',
        Inclusion: 'expectedStandard',
        'Leadership and governance': 'strongStandard',
        'Personal development and well-being': 'strongStandard',
        'Post-16 provision': 'expectedStandard',
      }),
    ],
  },
  '100006': { inspections: [graded('2023-10-10', 'inadequate')] },
};
