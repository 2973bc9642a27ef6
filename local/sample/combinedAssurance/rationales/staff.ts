import type { Phrases } from './phrases';

export const staffPhrases: Phrases = {
  saferRecruitment: {
    A: [
      'Every file sampled was complete before the first day of work.',
      'All panels had a trained member, and the single central record matches the files.',
      'The half-termly check of recruitment files found nothing to correct.',
    ],
    P: [
      'Checks are complete, but some references arrived late; starts now wait for them.',
      'Two more leaders need the training so that every panel has a trained member.',
      'Files are compliant; online searches are not yet recorded in one place.',
    ],
    I: [
      'Files are missing references and risk assessments; HR works through them on site.',
      'Recruitment steps cannot be evidenced for recent starters; HR now joins each appointment.',
    ],
  },
  sicknessAbsence: {
    A: [
      'Absence is below the Trust average and return-to-work meetings are held.',
      'Short-term absence is low; longer absences have a plan agreed with HR.',
      'Absence has stayed low, and staff speak well of the wellbeing offer.',
    ],
    P: [
      'Absence is a little above the Trust average; meetings at the trigger points have restarted.',
      'Short-term absence peaks in the last weeks of term; leaders now see it weekly.',
      'Long-term absence is being managed with occupational health; cover is stable.',
    ],
    I: [
      'Absence is more than twice the Trust average and lessons are regularly covered by agency staff.',
      'Trigger points are passed without a meeting; HR now meets the leaders every week.',
      'High absence leaves teams short on most days; a plan with occupational health is being set up.',
    ],
  },
  disciplinaryAndGrievance: {
    A: [
      'No formal cases; managers raise concerns early and record them.',
      'Procedures are followed and cases close within the time allowed.',
      'Managers are trained, and informal resolution works.',
    ],
    P: [
      'Cases are handled fairly but take longer than the policy allows.',
      'Newer managers need training before they lead a case; it is booked with HR.',
      'Support plans exist, though their reviews are not always written down.',
    ],
    I: [
      'Cases have been left open without action; HR has taken over their timetable.',
      'Procedures were not followed, so outcomes are at risk of challenge.',
    ],
  },
  retention: {
    A: [
      'Turnover is low and exit conversations show no common cause.',
      'Most staff have stayed for three years or more; leadership posts are stable.',
      'Early career teachers have stayed, and internal promotions have filled most gaps.',
    ],
    P: [
      'Turnover among support staff is above the Trust average; pay and hours are under review.',
      'Two teams lost experience this year; a buddy system with another academy has begun.',
      'The staff survey points to workload as a reason to leave; marking is being reduced.',
    ],
    I: [
      'A quarter of the staff left within a year and leaders have no plan to keep the rest.',
      'Experienced staff keep leaving, and whole teams have changed since last year.',
    ],
  },
  vacancies: {
    A: [
      'Every post is filled, and recent adverts drew strong fields.',
      'No teaching vacancy; support posts are filled within half a term.',
      'Vacancies are rare and covered from within until an appointment is made.',
    ],
    P: [
      'Two support posts are vacant; both are advertised and covered meanwhile.',
      'A teaching post is covered by agency staff until the new colleague starts.',
      'Adverts draw few applicants; a recruitment evening is planned with the other academies.',
    ],
    I: [
      'Key posts, including in leadership, have been vacant for more than a term.',
      'Repeated adverts failed and several classes are taught by short-term agency staff.',
    ],
  },
};
