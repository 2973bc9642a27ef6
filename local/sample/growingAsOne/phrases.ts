import type { Phrases } from '../yearly/standing';

/** Urgent Improvement, Needs Attention, Expected Standard, Strong Standard, Exceptional. */
export const phrases: Phrases = {
  curriculumAndTeaching: [
    [
      'Many subjects have no agreed sequence, and lessons rest on what each teacher finds.',
      'Teaching is weak in most year groups, and pupils do not build on what they learned.',
    ],
    [
      'The curriculum is planned in most subjects; too much of the teaching does not follow it yet.',
      'Teachers know what to teach; checks on what pupils remember are uneven.',
    ],
    [
      'An ambitious curriculum is in place, and most lessons build on what pupils know.',
      'Teaching is consistent in most subjects; two of them are still catching up.',
    ],
    [
      'Subject leaders know their curriculum deeply, and teaching is strong across the academy.',
      'New content returns often, and pupils explain how it fits with what they know.',
    ],
    [
      'The curriculum is used as an example across the Trust, and its effect shows in every subject.',
      'Teaching is expert throughout, and leaders share their plans with other academies.',
    ],
  ],
  inclusion: [
    [
      'Needs are found late, and pupils with SEND are often taught away from their class.',
      'Disadvantaged pupils fall behind, and nobody leads on it.',
    ],
    [
      'Needs are assessed well; what is agreed does not reach every lesson.',
      'Support is generous but not checked, so its effect is unknown.',
    ],
    [
      'Pupils with SEND learn the same curriculum with the help that they need.',
      'Barriers are noticed early, and most disadvantaged pupils keep up.',
    ],
    [
      'Teachers adapt lessons with skill, and pupils with SEND make strong progress.',
      'The MAT SENCo found plans that are precise, used and reviewed on time.',
    ],
    [
      'Other academies visit to see how every pupil is included in every lesson.',
      'No group falls behind, and families say that they are heard from the first day.',
    ],
  ],
  achievement: [
    [
      'Results are in the lowest fifth nationally and have not risen for three years.',
      'Pupils leave without the knowledge that they need for their next stage.',
    ],
    [
      'Results are below the national averages; work in books shows that they are rising.',
      'Reading has improved; mathematics and writing are still below expectations.',
    ],
    [
      'Results are close to the national averages, with one subject below.',
      'Pupils achieve as expected from where they start, and gaps are narrowing.',
    ],
    [
      'Results are above the national averages in nearly every measure.',
      'Pupils achieve well from all starting points, and gaps are small.',
    ],
    [
      'Results are among the highest in the country, for disadvantaged pupils too.',
      'Three years of very high results show that this is no single good year group.',
    ],
  ],
  attendanceAndBehaviour: [
    [
      'Attendance is far below average, and learning is often interrupted.',
      'Corridors are unsettled, and one pupil in three misses a day a fortnight.',
    ],
    [
      'Attendance is below average and rising; behaviour differs from teacher to teacher.',
      'Routines are written down, and staff are learning to hold to them.',
    ],
    [
      'Attendance is near the national average, and lessons are calm.',
      'Routines are known and kept; a small group needs more than routines.',
    ],
    [
      'Attendance is above average, and pupils’ conduct is courteous everywhere.',
      'Suspensions are rare, and those who return are met with a plan.',
    ],
    [
      'Pupils set the tone themselves; attendance is high in every group.',
      'Behaviour is exemplary, and the academy trains others in how it came about.',
    ],
  ],
  personalDevelopment: [
    [
      'There is no plan for personal development, and pupils cannot say whom they would turn to.',
      'Assemblies and tutor time do not happen as they should, and careers advice is missing.',
    ],
    [
      'The programme is planned; not all pupils take part in what it offers.',
      'Pupils feel safe; the wider offer is small and mostly after school.',
    ],
    [
      'Pupils learn about healthy relationships and differences, and can talk about them.',
      'Clubs and trips reach most pupils, and advice on next steps is sound.',
    ],
    [
      'The offer is rich, and leaders make sure that disadvantaged pupils take it up.',
      'Pupils lead a good part of the programme, and staff know what it changes.',
    ],
    [
      'Every pupil has a part in the life of the academy and of the town around it.',
      'Alumni, families and employers speak of confident and considerate young people.',
    ],
  ],
  earlyYears: [
    [
      'Children are looked after kindly but do not learn the language that they need.',
      'Reading is taught late and without a common approach.',
    ],
    [
      'The phonics programme has begun; adults are still learning to use it well.',
      'The environment is calm, and planning for language is not yet precise.',
    ],
    [
      'Children learn to read from the start and are ready for Year 1.',
      'Adults talk with children well, and gaps are noticed early.',
    ],
    [
      'Children make strong progress from low starting points, in language above all.',
      'Phonics is taught expertly, and parents are shown how to help.',
    ],
    [
      'Other academies learn from this nursery; nearly all children reach a good level of development.',
      'Every adult builds language with care, and no child falls behind.',
    ],
  ],
  leadershipAndGovernance: [
    [
      'Leaders changed twice, and governors do not know how the academy is doing.',
      'There is no shared plan, and staff are not held to anything.',
    ],
    [
      'Leaders know what has to change; many of them are new to their work.',
      'Governance is becoming sharper, and minutes show more questions than before.',
    ],
    [
      'Leaders evaluate accurately, and governors ask for evidence.',
      'The improvement plan is followed, and its milestones are mostly met.',
    ],
    [
      'Leaders are trusted, staff workload is looked after, and governors challenge well.',
      'Self-evaluation was confirmed by the peer review in every point.',
    ],
    [
      'Leaders support two other academies without loss at home.',
      'Leadership at every level is deep enough to lend to the whole Trust.',
    ],
  ],
  safeguarding: [
    [
      'Records are incomplete, and not all staff know whom to tell.',
      'The audit found gaps in the single central record and in training.',
    ],
    [
      'Record, training and referrals are in order, and pupils say that they are safe.',
      'The audit confirmed an open culture; concerns are recorded at once and followed up.',
    ],
  ],
};
