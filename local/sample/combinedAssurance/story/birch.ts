import { people } from '../people';
import type { Story } from './story';

/** Mending: it moved from Stabilise to Repair in the spring, with suspensions still to bring down. */
export const birch: Story = {
  urn: '100002',
  head: people.birchHead,
  levels: {
    financialPlanning: 'PAA',
    financialMonitoring: 'PPP',
    financialControls: 'PPA',
    valueForMoney: 'PPP',
    payroll: 'AAA',
    assetsStrategy: 'PPP',
    healthAndSafety: 'PPA',
    estatesCompliance: 'PPA',
    cateringAndCleaning: 'AAA',
    saferRecruitment: 'PPA',
    sicknessAbsence: 'IPP',
    disciplinaryAndGrievance: 'PPP',
    retention: 'PPP',
    vacancies: 'IIP',
    behaviour: 'PPP',
    attendance: 'IPP',
    persistentAbsence: 'IPP',
    suspensions: 'III',
    partialTimetables: 'PPP',
    teachingAndLearning: 'PPP',
    safeguarding: 'PAA',
    progressReading: 'PPP',
    progressWriting: 'PPP',
    mathematics: 'PPP',
    leadershipAndVision: 'PPA',
    developmentPriorities: 'PPA',
    send: 'PPP',
    semh: 'PPA',
  },
  kpis: {
    seriousIncidentRate: [468, 431, 364],
    rpiRate: [262, 240, 214],
    attendanceRate: [47.8, 52.6, 58.3],
    valueAdded: [-1.4, 2.1, 5.7],
    persistentAbsenceRate: [91.7, 88.2, 84.1],
    severeAbsenceRate: [38.9, 34.7, 31.2],
    suspensionRate: [161, 147, 131],
    repeatedSuspensionRate: [23.6, 20.8, 18.1],
    partialTimetableRate: [19.4, 16.7, 13.9],
    readingOnTrack: [36.1, 38.9, 44.4],
    writingOnTrack: [37.5, 40.3, 43.1],
    mathematicsOnTrack: [36.1, 41.7, 45.8],
  },
  told: {
    'attendance.spring': 'Out of the lowest band for the first time: breakfast and the morning minibus are working.',
    'attendance.summer':
      'Third rise in a row, to 58.3%. The policy begins to show its effect; home visits start sooner.',
    'suspensions.spring': 'Down from 161% to 147%, still too many. The reflection room opens after Easter.',
    'suspensions.summer':
      'Just above 129% and falling each term. It stays the one area that needs intervention: the panel meets weekly.',
    'safeguarding.spring':
      'The external audit in February closed all actions from the autumn; practice is now tested each month.',
    'leadershipAndVision.summer':
      'Staff can now say what the vision asks of them, and the new governors question the data closely.',
  },
  comments: [
    'Agreed. The picture is fair: safeguarding is secure and the team is behind the plan.',
    'Agreed. We know that suspensions are next.',
    "Agreed, with thanks to the Trust team for a hard year's work.",
  ],
};
