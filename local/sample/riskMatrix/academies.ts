import { Academy } from '../../../shared/schema/people';
import { graded, reportCard, type Past } from '../inspections';

// Two of the secondaries have no sixth form, so Early Years / Post-16 is not about them.
const noSixthForm = ['earlyYearsPost16'];

/** Three invented primaries and three secondaries, one of them with a sixth form. */
export const academies: readonly Academy[] = [
  {
    urn: '100001',
    name: 'Alder Academy',
    phase: 'secondary',
    pupils: 756,
    joinedOn: '2014-09-01',
    notApplicable: noSixthForm,
  },
  { urn: '100002', name: 'Birch Academy', phase: 'primary', pupils: 231, joinedOn: '2015-04-01' },
  { urn: '100003', name: 'Cedar Academy', phase: 'primary', pupils: 418, joinedOn: '2014-09-01' },
  {
    urn: '100004',
    name: 'Elm Academy',
    phase: 'secondary',
    pupils: 902,
    joinedOn: '2018-09-01',
    notApplicable: noSixthForm,
  },
  { urn: '100005', name: 'Hawthorn College', phase: 'secondary', pupils: 1186, joinedOn: '2020-01-01' },
  { urn: '100006', name: 'Rowan Academy', phase: 'primary', pupils: 164, joinedOn: '2022-09-01' },
].map((academy) => Academy.parse(academy));

/** Every academy was inspected under the single grades; three have a report card since. */
export const inspections: Readonly<Record<string, Past['inspections']>> = {
  '100001': [
    graded('2021-11-09', 'good', {
      'Quality of education': 'good',
      'Behaviour and attitudes': 'good',
      'Personal development': 'good',
      'Leadership and management': 'good',
    }),
  ],
  '100002': [
    graded('2018-06-12', 'good'),
    graded('2023-05-16', 'requiresImprovement', {
      'Quality of education': 'requiresImprovement',
      'Behaviour and attitudes': 'good',
      'Personal development': 'good',
      'Leadership and management': 'requiresImprovement',
      'Early years provision': 'requiresImprovement',
    }),
  ],
  '100003': [
    graded('2019-10-15', 'outstanding'),
    reportCard('2026-02-03', {
      Achievement: 'exceptional',
      'Attendance and behaviour': 'strongStandard',
      'Curriculum and teaching': 'exceptional',
      'Early years': 'strongStandard',
      Inclusion: 'strongStandard',
      'Leadership and governance': 'exceptional',
      'Personal development and well-being': 'strongStandard',
    }),
  ],
  '100004': [
    graded('2022-01-18', 'good'),
    reportCard('2026-05-12', {
      Achievement: 'expectedStandard',
      'Attendance and behaviour': 'needsAttention',
      'Curriculum and teaching': 'expectedStandard',
      Inclusion: 'needsAttention',
      'Leadership and governance': 'expectedStandard',
      'Personal development and well-being': 'expectedStandard',
    }),
  ],
  '100005': [
    // Without an overall grade: Ofsted stopped giving one in September 2024.
    graded('2025-03-04', undefined, {
      'Quality of education': 'good',
      'Behaviour and attitudes': 'good',
      'Personal development': 'outstanding',
      'Leadership and management': 'good',
      'Sixth form provision': 'good',
    }),
  ],
  '100006': [
    graded('2021-06-22', 'inadequate'),
    reportCard(
      '2026-06-16',
      {
        Achievement: 'urgentImprovement',
        'Attendance and behaviour': 'needsAttention',
        'Curriculum and teaching': 'needsAttention',
        'Early years': 'expectedStandard',
        Inclusion: 'needsAttention',
        'Leadership and governance': 'needsAttention',
        'Personal development and well-being': 'expectedStandard',
      },
      'met',
    ),
  ],
};

/** What the academies say of themselves, in the year before last and last year. */
export const selfEvaluations: Readonly<Record<string, readonly [string, string]>> = {
  '100001': ['Good', 'Good'],
  '100002': ['Requires improvement', 'Good'],
  '100003': ['Outstanding', 'Outstanding'],
  '100004': ['Good', 'Good'],
  '100005': ['Good', 'Outstanding'],
  '100006': ['Requires improvement', 'Requires improvement'],
};
