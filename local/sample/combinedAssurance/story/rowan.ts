import { people } from '../people';
import type { Story } from './story';

/** Struggling: it joined at the start of last year. Compliance comes first, and improves; outcomes do not yet. */
export const rowan: Story = {
  urn: '100006',
  head: people.rowanHead,
  levels: {
    financialPlanning: 'IPP',
    financialMonitoring: 'IPP',
    financialControls: 'PPA',
    valueForMoney: 'PPP',
    payroll: 'PAA',
    assetsStrategy: 'PPP',
    healthAndSafety: 'IPP',
    estatesCompliance: 'IPP',
    cateringAndCleaning: 'PPA',
    saferRecruitment: 'IIP',
    sicknessAbsence: 'III',
    disciplinaryAndGrievance: 'PPP',
    retention: 'IIP',
    vacancies: 'IIP',
    behaviour: 'III',
    attendance: 'III',
    persistentAbsence: 'III',
    suspensions: 'PPI',
    partialTimetables: 'IIP',
    teachingAndLearning: 'IIP',
    safeguarding: 'IIP',
    progressReading: 'III',
    progressWriting: 'IPP',
    mathematics: 'PPP',
    leadershipAndVision: 'IPP',
    developmentPriorities: 'IIP',
    send: 'PPI',
    semh: 'IIP',
  },
  kpis: {
    seriousIncidentRate: [541, 563, 518],
    rpiRate: [306, 322, 294],
    attendanceRate: [51.2, 49.1, 48.2],
    valueAdded: [3.1, 1.2, -0.8],
    persistentAbsenceRate: [90.4, 91.3, 92.3],
    severeAbsenceRate: [36.5, 37.5, 39.4],
    suspensionRate: [101, 117, 125],
    repeatedSuspensionRate: [22.1, 24, 26],
    partialTimetableRate: [23.1, 21.2, 18.3],
    readingOnTrack: [28.8, 30.8, 33.7],
    writingOnTrack: [33.7, 35.6, 37.5],
    mathematicsOnTrack: [36.5, 38.5, 40.4],
  },
  told: {
    'attendance.autumn':
      'Judged lower than 51.2% suggests: the average hides two year groups that attend less than half of the time.',
    'attendance.spring':
      'Below 50% now. Registers were wrong until January; calls home are made by ten from this week.',
    'attendance.summer': 'Attendance fell again and value added is negative. The welfare officer starts in September.',
    'behaviour.spring':
      'The rate rose to 563%: more is recorded, and corridors are still unsettled. Routines are taught again from Monday.',
    'behaviour.summer': 'Better at 518% but above 500%. Mornings are calm; afternoons are the plan for the autumn.',
    'persistentAbsence.summer':
      'Worse in both measures, with severe absence just under 40%; home visits move to the first day.',
    'suspensions.summer':
      'One in four suspended pupils was suspended again; each return now has a plan agreed with the Trust.',
    'safeguarding.summer':
      'The record is complete and all staff are trained; leaders now need their own quality assurance.',
    'send.summer':
      'Annual reviews fell behind while the SENDCO post was vacant; the Trust SENCo holds them this half term.',
    'progressWriting.spring': 'After moderation with Cedar 35.6% are on track: just inside the middle band.',
    'healthAndSafety.spring': 'All urgent actions on fire safety are done; two risk assessments remain.',
    'leadershipAndVision.spring': 'Leaders have set three priorities, and staff are beginning to know them.',
  },
  comments: [
    'Agreed. It is a hard read and a fair one.',
    'Agreed, and thank you for looking at the writing again.',
    'Agreed. Safeguarding and premises are where they should be; the classrooms are next.',
  ],
  query: {
    period: 'spring',
    area: 'progressWriting',
    kpi: 'writingOnTrack',
    value: 33.7,
    level: 'I',
    reason: 'Fewer than 35% are on track and the books shown hold little writing.',
    comment:
      'The writing figure is the autumn one. The class books moderated with Cedar in the last week are not in it.',
  },
};
