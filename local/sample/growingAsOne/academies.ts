import { Academy } from '../../../shared/schema/people';
import { graded, reportCard, type Past } from '../inspections';

/** Three invented primaries and three secondaries. */
export const academies: readonly Academy[] = [
  { urn: '100001', name: 'Alder Academy', phase: 'secondary', pupils: 842, joinedOn: '2013-09-01' },
  { urn: '100002', name: 'Birch Academy', phase: 'primary', pupils: 214, joinedOn: '2016-01-01' },
  { urn: '100003', name: 'Cedar Academy', phase: 'primary', pupils: 402, joinedOn: '2013-09-01' },
  { urn: '100004', name: 'Elm Academy', phase: 'secondary', pupils: 1124, joinedOn: '2017-04-01' },
  { urn: '100005', name: 'Hawthorn College', phase: 'secondary', pupils: 968, joinedOn: '2019-09-01' },
  { urn: '100006', name: 'Rowan Academy', phase: 'primary', pupils: 187, joinedOn: '2021-09-01' },
].map((academy) => Academy.parse(academy));

/** Single grades for all but Hawthorn, which has been inspected since and has a report card. */
export const pasts: Readonly<Record<string, Past>> = {
  '100001': { inspections: [graded('2022-05-17', 'good', { 'Quality of education': 'good' })] },
  '100002': {
    inspections: [
      graded('2017-03-14', 'good'),
      graded('2023-02-07', 'requiresImprovement', {
        'Quality of education': 'requiresImprovement',
        'Behaviour and attitudes': 'requiresImprovement',
        'Personal development': 'good',
        'Leadership and management': 'requiresImprovement',
        'Early years provision': 'good',
      }),
    ],
  },
  '100003': { inspections: [graded('2019-11-12', 'outstanding')] },
  '100004': {
    inspections: [
      // Without an overall grade: Ofsted stopped giving one in September 2024.
      graded('2024-11-19', undefined, {
        'Quality of education': 'good',
        'Behaviour and attitudes': 'requiresImprovement',
        'Personal development': 'good',
        'Leadership and management': 'good',
      }),
    ],
  },
  '100005': {
    inspections: [
      graded('2021-10-05', 'requiresImprovement'),
      reportCard('2026-03-10', {
        Achievement: 'expectedStandard',
        'Attendance and behaviour': 'strongStandard',
        'Curriculum and teaching': 'strongStandard',
        Inclusion: 'expectedStandard',
        'Leadership and governance': 'strongStandard',
        'Personal development and well-being': 'strongStandard',
        'Post-16 provision': 'expectedStandard',
      }),
    ],
  },
  '100006': { inspections: [graded('2020-02-04', 'inadequate')] },
};
