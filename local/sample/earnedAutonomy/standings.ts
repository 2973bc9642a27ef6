import type { Standing } from '../yearly/standing';

/** 1 inadequate, 2 requires improvement, 3 good, 4 outstanding; safeguarding 1 not effective, 2 effective. */
export const standings: readonly Standing[] = [
  {
    urn: '100001',
    levels: {
      qualityOfEducation: '33',
      behaviourAndAttitudes: '33',
      personalDevelopment: '33',
      leadershipAndManagement: '34',
      earlyYears: '--',
      sixthForm: '--',
      safeguarding: '22',
    },
    told: {
      'qualityOfEducation.1':
        'Good, whatever the last inspection said: every subject was seen, and results rose again.',
    },
    comments: ['Agreed.', 'Agreed. An inspection would be welcome.'],
  },
  {
    urn: '100002',
    levels: {
      qualityOfEducation: '22',
      behaviourAndAttitudes: '33',
      personalDevelopment: '33',
      leadershipAndManagement: '23',
      earlyYears: '33',
      sixthForm: '--',
      safeguarding: '22',
    },
    told: {
      'qualityOfEducation.0':
        'No longer good as at the inspection: mathematics and writing lag two years behind reading.',
    },
    comments: ['Agreed, with regret.', 'Agreed. Writing comes first next year.'],
  },
  {
    urn: '100003',
    levels: {
      qualityOfEducation: '44',
      behaviourAndAttitudes: '44',
      personalDevelopment: '34',
      leadershipAndManagement: '44',
      earlyYears: '34',
      sixthForm: '--',
      safeguarding: '22',
    },
    comments: ['Agreed.', 'Agreed; early years were the year’s work.'],
  },
  {
    urn: '100004',
    levels: {
      qualityOfEducation: '32',
      behaviourAndAttitudes: '32',
      personalDevelopment: '33',
      leadershipAndManagement: '33',
      earlyYears: '--',
      sixthForm: '--',
      safeguarding: '22',
    },
    told: {
      'qualityOfEducation.1':
        'Three departments were led by supply teachers for half of the year, and results fell in all three.',
      'behaviourAndAttitudes.1': 'Attendance fell by four points, and suspensions are the highest in the Trust.',
    },
    comments: ['Agreed.', 'Agreed. It has been a year of vacancies.'],
  },
  {
    urn: '100005',
    levels: {
      qualityOfEducation: '23',
      behaviourAndAttitudes: '33',
      personalDevelopment: '33',
      leadershipAndManagement: '33',
      earlyYears: '--',
      sixthForm: '23',
      safeguarding: '22',
    },
    comments: ['Agreed.', 'Agreed. The report card says the same.'],
  },
  {
    urn: '100006',
    levels: {
      qualityOfEducation: '-2',
      behaviourAndAttitudes: '-2',
      personalDevelopment: '-3',
      leadershipAndManagement: '-2',
      earlyYears: '-3',
      sixthForm: '--',
      safeguarding: '-2',
    },
    comments: ['', 'Agreed. We joined with less than that.'],
  },
];
