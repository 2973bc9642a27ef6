import type { Phrases } from './standing';

/** Inadequate, requires improvement, good, outstanding: the areas that two of the frameworks judge in Ofsted's words. */
export const gradedPhrases: Phrases = {
  qualityOfEducation: [
    [
      'Most subjects have no sequence, and pupils leave with large gaps.',
      'Teaching rests on short-term cover, and little is remembered from one term to the next.',
    ],
    [
      'The curriculum is written; in half of the subjects it does not yet shape the lessons.',
      'Reading is taught well, other subjects less surely; checks on learning are uneven.',
    ],
    [
      'The curriculum is ambitious and taught consistently, with few exceptions.',
      'Pupils know more from year to year, and visits saw sound teaching in every subject.',
    ],
    [
      'Expert teaching everywhere, and pupils can say how new ideas fit with old ones.',
      'The curriculum is a model for the other schools, and pupils’ work shows it.',
    ],
  ],
  behaviourAndAttitudes: [
    [
      'Lessons are often disturbed, and many pupils stay away.',
      'Suspensions are frequent and change little; pupils do not feel safe at breaks.',
    ],
    [
      'Behaviour is calmer than last year; attendance is still well below average.',
      'Most pupils behave well; staff do not yet act alike when some do not.',
    ],
    [
      'Pupils are polite and settle quickly; attendance is near the national average.',
      'Routines are kept, and bullying is rare and dealt with.',
    ],
    [
      'Pupils hold one another to high standards, and attendance is high in every group.',
      'Attitudes to learning are exceptional, in the corridors as in the lessons.',
    ],
  ],
  personalDevelopment: [
    [
      'There is no programme, and pupils know little about staying healthy and safe.',
      'Careers advice and the wider curriculum do not take place as they must.',
    ],
    [
      'The programme covers what it must; many pupils do not take up the wider offer.',
      'Pupils can talk about respect; their knowledge of other faiths and views is thin.',
    ],
    [
      'Pupils discuss difficult questions with care, and the wider offer reaches most of them.',
      'Leadership roles, clubs and visits are well used, and advice on next steps is sound.',
    ],
    [
      'Every pupil takes part in something that stretches them, disadvantaged pupils most of all.',
      'The programme builds character by design, and pupils lead much of it.',
    ],
  ],
  leadershipAndManagement: [
    [
      'Leaders do not see the weaknesses, and governors do not ask.',
      'Posts are vacant, plans are missing, and nobody is held to account.',
    ],
    [
      'Leaders see clearly what must change; much of it has only begun.',
      'Governance improves; middle leaders need time and training.',
    ],
    [
      'Leaders evaluate accurately, and staff say that their workload is considered.',
      'Governors know the school and challenge well; plans lead to change.',
    ],
    [
      'Leaders at all levels improve their own school and help others to improve.',
      'Self-evaluation is precise, and its every point was confirmed from outside.',
    ],
  ],
};
