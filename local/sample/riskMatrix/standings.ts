import type { Standing } from '../yearly/standing';

/** 1 inadequate, 2 requires improvement, 3 good, 4 outstanding. */
export const standings: readonly Standing[] = [
  {
    urn: '100001',
    levels: {
      qualityOfEducation: '33',
      statutoryData: '33',
      behaviourAndAttitudes: '33',
      personalDevelopment: '34',
      leadershipAndManagement: '33',
      earlyYearsPost16: '--',
      safeguarding: '33',
    },
    comments: ['Agreed.', 'Agreed. The peer review saw the same.'],
  },
  {
    urn: '100002',
    levels: {
      qualityOfEducation: '23',
      statutoryData: '22',
      behaviourAndAttitudes: '33',
      personalDevelopment: '33',
      leadershipAndManagement: '23',
      earlyYearsPost16: '23',
      safeguarding: '33',
    },
    told: {
      'statutoryData.1':
        'Results at the end of Key Stage 2 are still below average, though the latest year is the best of four.',
    },
    comments: ['Agreed: what the inspectors said was fair.', 'Agreed. The results will follow the teaching.'],
  },
  {
    urn: '100003',
    levels: {
      qualityOfEducation: '44',
      statutoryData: '44',
      behaviourAndAttitudes: '34',
      personalDevelopment: '34',
      leadershipAndManagement: '44',
      earlyYearsPost16: '44',
      safeguarding: '44',
    },
    comments: ['Agreed.', 'Agreed, and the staff have earned it.'],
  },
  {
    urn: '100004',
    levels: {
      qualityOfEducation: '33',
      statutoryData: '33',
      behaviourAndAttitudes: '32',
      personalDevelopment: '33',
      leadershipAndManagement: '32',
      earlyYearsPost16: '--',
      safeguarding: '33',
    },
    told: {
      'behaviourAndAttitudes.1':
        'Suspensions rose by half, and attendance in Years 9 and 10 fell below that of similar schools.',
      'leadershipAndManagement.1':
        'Two senior posts were vacant for a term, and checks on behaviour stopped with them.',
    },
    comments: ['Agreed.', 'I would have put leadership at good; I accept the evidence.'],
  },
  {
    urn: '100005',
    levels: {
      qualityOfEducation: '33',
      statutoryData: '34',
      behaviourAndAttitudes: '33',
      personalDevelopment: '44',
      leadershipAndManagement: '34',
      earlyYearsPost16: '33',
      safeguarding: '34',
    },
    comments: ['Agreed.', 'Agreed. Post-16 is the next step.'],
  },
  {
    urn: '100006',
    levels: {
      qualityOfEducation: '12',
      statutoryData: '11',
      behaviourAndAttitudes: '12',
      personalDevelopment: '22',
      leadershipAndManagement: '12',
      earlyYearsPost16: '23',
      safeguarding: '23',
    },
    told: {
      'statutoryData.1':
        'Results are still in the lowest fifth; internal assessments suggest that Year 4 will be the first to rise.',
    },
    comments: ['Agreed. We know where we start from.', 'Agreed; please keep the extra deputy for another year.'],
  },
];
