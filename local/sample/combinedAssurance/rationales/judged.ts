import type { Phrases } from './phrases';

/** The areas of the Quality of Education that are judged on their criteria alone. */
export const judgedPhrases: Phrases = {
  teachingAndLearning: {
    A: [
      'The curriculum is joined up, and visits saw effective teaching in every subject.',
      'New content builds on what pupils know; key ideas come back often.',
      'Subject leaders know their curriculum well, and lessons are adapted with care.',
    ],
    P: [
      'The curriculum is coherent but not yet adapted well enough to every need.',
      'Most teaching is effective; two subjects still need clearer sequences.',
      'Plans are ambitious, and lessons do not always match them yet.',
    ],
    I: [
      'Lessons do not connect, and many subjects have no agreed sequence.',
      'Much teaching comes from short-term cover, and knowledge does not build up.',
    ],
  },
  safeguarding: {
    A: [
      'The single central record is compliant, training is current and audits lead to action.',
      'The external audit confirmed an effective culture; records are precise and timely.',
      'All staff are trained, and leaders test how well practice works every term.',
    ],
    P: [
      'Record and training are in order; leaders need a firmer cycle of quality assurance.',
      'Concerns are recorded well; sampling of closed cases is not yet regular.',
      'Compliance is secure; leaders still rely on the Trust to test practice.',
    ],
    I: [
      'The single central record has gaps, and not all staff have the training they need.',
      'Training is out of date for several roles; the Trust lead checks records on site each week.',
    ],
  },
  leadershipAndVision: {
    A: [
      'Staff describe the same vision, and governors ask searching questions.',
      'Appraisal targets follow the development plan; leaders check their effect.',
      'Action plans are sharp, and quality assurance leads to visible improvement.',
    ],
    P: [
      'The vision is written, but not everyone can say what it means for their work.',
      'Governance is getting stronger; minutes show more challenge than last year.',
      'Quality assurance takes place, and its effect is seen in some teams only.',
    ],
    I: [
      'There is no shared direction yet, and governors do not hold leaders to account.',
      'Leaders react to events; plans and appraisals do not support one another.',
    ],
  },
  developmentPriorities: {
    A: [
      'The plan follows the self-evaluation, and each review brings evidence of impact.',
      'All staff know the priorities and their part in them; training follows them.',
      'Milestones for the term were met, as the data in the report shows.',
    ],
    P: [
      'Reviews take place each term, but the evidence of impact is thin.',
      'Leaders evaluate accurately; some staff cannot name the priorities.',
      'Two milestones moved to next term; training is being aimed at them.',
    ],
    I: [
      'Plan and self-evaluation do not match, and most milestones were missed.',
      'Actions are not precise enough to review; a rapid plan is being written with the Trust.',
    ],
  },
  send: {
    A: [
      'Provision is compliant; needs are assessed promptly and plans are kept to.',
      'The SENDCO leads well, and training has changed what happens in lessons.',
      'Annual reviews are on time, and pupils with SEND make strong progress.',
    ],
    P: [
      'Most annual reviews are on time; the rest are booked for this half term.',
      'Needs are assessed well, but provision in lessons varies.',
      'The action plan is good, and training for support staff has begun.',
    ],
    I: [
      'Annual reviews are overdue and provision in plans is not all in place.',
      'Needs are assessed late, and staff have had little training.',
    ],
  },
  semh: {
    A: [
      'Assessments show strong SEMH progress for almost all pupils.',
      'Data guides which intervention is offered, and most reach their aims.',
      'The SEMH curriculum is taught well and its effect is measured each term.',
    ],
    P: [
      'Interventions are well run, but data does not yet decide who gets them.',
      'Progress is visible for some; the new assessment needs a full year of data.',
      'The SEMH curriculum is planned, and staff are still learning to assess it.',
    ],
    I: [
      'There is no clear way of assessing SEMH needs, so support is left to chance.',
      'Interventions are offered without a baseline, and progress cannot be shown.',
    ],
  },
};
