import { Academy } from '../../../shared/schema/people';
import { graded, reportCard, type Past } from '../inspections';

/** Invented academies of nearly every phase. Rowan has only just joined: its date depends on the year. */
export const academies: readonly Academy[] = [
  { urn: '100001', name: 'Alder Academy', phase: 'secondary', pupils: 1012, joinedOn: '2014-09-01' },
  { urn: '100002', name: 'Birch Academy', phase: 'alternativeProvision', pupils: 84, joinedOn: '2018-01-01' },
  { urn: '100003', name: 'Cedar Academy', phase: 'primary', pupils: 436, joinedOn: '2014-09-01' },
  { urn: '100004', name: 'Elm Academy', phase: 'allThrough', pupils: 1348, joinedOn: '2017-09-01' },
  { urn: '100005', name: 'Hawthorn College', phase: 'post16', pupils: 620, joinedOn: '2019-09-01' },
  { urn: '100006', name: 'Rowan Academy', phase: 'primary', pupils: 178 },
].map((academy) => Academy.parse(academy));

/** External data is part of the evidence for a tier. */
export const pasts: Readonly<Record<string, Past>> = {
  '100001': { inspections: [graded('2022-10-11', 'good')] },
  '100002': { inspections: [graded('2023-03-07', 'requiresImprovement')] },
  '100003': { inspections: [graded('2019-12-03', 'outstanding')] },
  '100004': {
    inspections: [
      graded('2024-10-08', undefined, {
        'Quality of education': 'good',
        'Behaviour and attitudes': 'requiresImprovement',
        'Personal development': 'good',
        'Leadership and management': 'requiresImprovement',
        'Early years provision': 'good',
      }),
    ],
  },
  '100005': {
    inspections: [
      reportCard('2026-01-20', {
        Achievement: 'expectedStandard',
        'Attendance and behaviour': 'expectedStandard',
        'Curriculum and teaching': 'expectedStandard',
        Inclusion: 'needsAttention',
        'Leadership and governance': 'expectedStandard',
        'Personal development and well-being': 'strongStandard',
        'Post-16 provision': 'expectedStandard',
      }),
    ],
  },
  '100006': { inspections: [graded('2023-11-21', 'inadequate')] },
};
