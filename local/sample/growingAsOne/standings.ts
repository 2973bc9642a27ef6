import type { Standing } from '../yearly/standing';

/** 1 Urgent Improvement to 5 Exceptional; Safeguarding 1 Not Met, 2 Met. */
export const standings: readonly Standing[] = [
  {
    urn: '100001',
    levels: {
      curriculumAndTeaching: '34',
      inclusion: '33',
      achievement: '33',
      attendanceAndBehaviour: '33',
      personalDevelopment: '44',
      earlyYears: '--',
      leadershipAndGovernance: '44',
      safeguarding: '22',
    },
    comments: ['Agreed: this is how we see ourselves.', 'Agreed. Inclusion stays our first priority.'],
  },
  {
    urn: '100002',
    levels: {
      curriculumAndTeaching: '23',
      inclusion: '33',
      achievement: '12',
      attendanceAndBehaviour: '12',
      personalDevelopment: '33',
      earlyYears: '23',
      leadershipAndGovernance: '23',
      safeguarding: '22',
    },
    told: {
      'attendanceAndBehaviour.1':
        'Attendance rose by three points within the year; persistent absence still takes up the welfare team every morning.',
      'leadershipAndGovernance.1':
        'A settled leadership team since January, and a Local Academy Board that asks for evidence.',
    },
    comments: ['Agreed. It is a hard read and a fair one.', 'Agreed. The staff will be glad to see the year in it.'],
  },
  {
    urn: '100003',
    levels: {
      curriculumAndTeaching: '45',
      inclusion: '44',
      achievement: '45',
      attendanceAndBehaviour: '44',
      personalDevelopment: '44',
      earlyYears: '44',
      leadershipAndGovernance: '55',
      safeguarding: '22',
    },
    comments: ['Agreed.', 'Agreed, and we should like to open our reading lessons to Birch and Rowan.'],
  },
  {
    urn: '100004',
    levels: {
      curriculumAndTeaching: '43',
      inclusion: '33',
      achievement: '33',
      attendanceAndBehaviour: '32',
      personalDevelopment: '33',
      earlyYears: '--',
      leadershipAndGovernance: '33',
      safeguarding: '22',
    },
    told: {
      'attendanceAndBehaviour.1':
        'Suspensions doubled with the larger intake, and one in four pupils in Years 9 and 10 is persistently absent.',
    },
    comments: ['Agreed.', 'Agreed, though the autumn intake was larger than anybody planned for.'],
  },
  {
    urn: '100005',
    levels: {
      curriculumAndTeaching: '34',
      inclusion: '23',
      achievement: '33',
      attendanceAndBehaviour: '34',
      personalDevelopment: '34',
      earlyYears: '--',
      leadershipAndGovernance: '34',
      safeguarding: '22',
    },
    told: { 'inclusion.0': 'Annual reviews ran late, and too few teachers used what the plans ask for.' },
    comments: ['Agreed; inclusion is the right thing to name.', 'Agreed. Thank you for the day spent in our lessons.'],
  },
  {
    urn: '100006',
    levels: {
      curriculumAndTeaching: '12',
      inclusion: '22',
      achievement: '11',
      attendanceAndBehaviour: '12',
      personalDevelopment: '22',
      earlyYears: '23',
      leadershipAndGovernance: '12',
      safeguarding: '12',
    },
    told: {
      'safeguarding.0':
        'The single central record had gaps and two referrals were late; the Trust’s safeguarding lead works on site.',
      'safeguarding.1': 'Record, training and referrals were found in order by the external audit in the summer.',
    },
    comments: ['Agreed. We know what comes first.', 'Agreed. Safeguarding is where it must be; reading is next.'],
  },
];
