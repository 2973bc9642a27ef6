import type { Phrases } from './phrases';

/** The areas of the Quality of Education that KPIs speak to. */
export const measuredPhrases: Phrases = {
  behaviour: {
    A: [
      'Lessons are calm, and restorative conversations follow every serious incident.',
      'Staff apply the policy alike; incident and RPI rates stay well within the band.',
      'Routines are secure in every room visited, and restorative practice is embedded.',
    ],
    P: [
      'The policy is applied unevenly between teams; shared routines are being rehearsed.',
      'Restorative practice has begun, and incidents still cluster at lunch and transitions.',
      'Staff know the policy; follow-up after incidents is not yet consistent.',
    ],
    I: [
      'The policy is not applied in many rooms, and incidents are frequent and serious.',
      'There is little sign of restorative practice; the trust behaviour lead is on site weekly.',
      'Serious incidents remain too high and corridors are unsettled for much of the day.',
    ],
  },
  attendance: {
    A: [
      'Attendance is above 70%, and the value added shows that the policy works.',
      'First-day calls and home visits are embedded; attendance compares well with starting points.',
      'Attendance meetings lead to action, and pupils attend more than at their last school.',
    ],
    P: [
      'Attendance is between 50% and 70%; the policy does not yet show its effect.',
      'Calls home are made on the first day, but follow-up visits start too late.',
      'Value added is positive and still too small; individual plans are being tightened.',
    ],
    I: [
      'Attendance has fallen below what is acceptable, and the policy changes little.',
      'Absence is not followed up fast enough; an attendance plan with the Trust starts now.',
    ],
  },
  persistentAbsence: {
    A: [
      'Both figures are within the band; families of absent pupils are visited weekly.',
      'Persistent and severe absence are tracked weekly, and plans are kept to.',
      'Fewer pupils are persistently absent than in similar schools.',
    ],
    P: [
      'Plans are in place for every severely absent pupil; some have yet to take effect.',
      'Persistent absence is within the middle band; joint visits with the welfare team have begun.',
      'Severe absence is the main concern and is reviewed every fortnight.',
    ],
    I: [
      'More than nine in ten pupils are persistently absent; a joint plan with the Trust is needed.',
      'Persistent absence is above 90%, and support reaches families too late.',
    ],
  },
  suspensions: {
    A: [
      'Suspensions are rare and each return meeting is recorded with a plan.',
      'Both rates are low; alternatives to suspension are used first.',
      'Few suspensions, and very few pupils are suspended again.',
    ],
    P: [
      'Suspensions are within the middle band; repeat cases now go to a panel.',
      'Alternatives to suspension are being built up, but are not ready in every year.',
      'Return meetings happen, though their plans are not always followed through.',
    ],
    I: [
      'Suspension is used too often and too early; each one is now agreed with the Trust.',
      'Too many pupils are suspended again within weeks of coming back.',
    ],
  },
  partialTimetables: {
    A: [
      'Few pupils are on one; hours rise at each fortnightly review.',
      'Every partial timetable has an end date, and all reviews are current.',
      'The number is small, and most pupils are back to full hours within a term.',
    ],
    P: [
      'Reviews take place, but hours rise for only some of the pupils.',
      'Each has a plan; several have been extended more than once.',
      'The number is coming under control, and reviews are now monthly.',
    ],
    I: [
      'More than one in five pupils is on a partial timetable, many without a review.',
      'Pupils stay on short hours for too long; every plan is being reviewed with the Trust.',
    ],
  },
  progressReading: {
    A: [
      'More than half are on track, and the reading strategy is followed in every class.',
      'Phonics is taught daily and checked weekly; readers catch up quickly.',
      'Reading ages rise steadily, and the library is part of every week.',
    ],
    P: [
      'The reading strategy is in place but phonics is not yet taught consistently.',
      'Interventions work for those who attend them; too many sessions are missed.',
      'Progress is steady in the younger years and slower in the older ones.',
    ],
    I: [
      'There is no reading strategy that staff can describe; early readers fall behind.',
      'Fewer than 35% are on track; phonics training for all staff starts this half term.',
      'Books do not match what pupils can read, and catch-up groups have only just begun.',
    ],
  },
  progressWriting: {
    A: [
      'More than half are on track; books show longer and better pieces.',
      'Moderation with another academy confirmed the judgements.',
      'Pupils write in every subject, and drafts improve visibly.',
    ],
    P: [
      'Pupils write more than before, but accuracy holds them back.',
      'Progress is near the middle of the band; moderation with another academy is planned.',
      'Extended writing is strong in English and thin in other subjects.',
    ],
    I: [
      'Fewer than 35% are on track, and many books hold little writing.',
      'Writing is rarely taught step by step; support from a lead practitioner begins now.',
    ],
  },
  mathematics: {
    A: [
      'More than half are on track; gaps are found early and taught again.',
      'Number facts are secure and pupils explain their methods.',
      'The scheme is followed well, and assessments agree with the books.',
    ],
    P: [
      'Progress is within the middle band; fluency lessons have been added each day.',
      'Teaching is sound, but assessments do not yet guide the next lesson.',
      'Older pupils make good progress; missed topics slow the others down.',
    ],
    I: [
      'Fewer than 35% are on track, and gaps in number are not being closed.',
      'Lessons do not build on each other; the subject lead has support from the Trust.',
    ],
  },
};
