import { people } from '../people';
import type { Story } from './story';

/** Steady: strong provision, with reading, mathematics and recruitment still to secure. */
export const alder: Story = {
  urn: '100001',
  head: people.alderHead,
  levels: {
    financialPlanning: 'AAA',
    financialMonitoring: 'PPP',
    financialControls: 'AAA',
    valueForMoney: 'AAA',
    payroll: 'AAA',
    assetsStrategy: 'PAA',
    healthAndSafety: 'AAA',
    estatesCompliance: 'AAA',
    cateringAndCleaning: 'APA',
    saferRecruitment: 'AAA',
    sicknessAbsence: 'PPP',
    disciplinaryAndGrievance: 'AAA',
    retention: 'AAA',
    vacancies: 'PPA',
    behaviour: 'AAA',
    attendance: 'PAA',
    persistentAbsence: 'AAA',
    suspensions: 'AAA',
    partialTimetables: 'PPA',
    teachingAndLearning: 'AAA',
    safeguarding: 'AAA',
    progressReading: 'PPP',
    progressWriting: 'PAA',
    mathematics: 'PPP',
    leadershipAndVision: 'AAA',
    developmentPriorities: 'PAA',
    send: 'AAA',
    semh: 'AAA',
  },
  kpis: {
    seriousIncidentRate: [236, 310, 262],
    rpiRate: [148, 171, 152],
    attendanceRate: [69.4, 71.8, 73.1],
    valueAdded: [8.6, 10.9, 12.4],
    persistentAbsenceRate: [66.2, 64.9, 61.3],
    severeAbsenceRate: [22.4, 21, 19.8],
    suspensionRate: [31, 28.5, 24],
    repeatedSuspensionRate: [6.1, 5.2, 4.9],
    partialTimetableRate: [12.5, 10.4, 8.3],
    readingOnTrack: [43, 45.2, 47.9],
    writingOnTrack: [47.1, 52.1, 55.2],
    mathematicsOnTrack: [38.5, 40.6, 45.8],
  },
  told: {
    'behaviour.spring':
      'Judged assured although the rate passed 300%: since January every incident is logged, minor ones too. Visits saw calm lessons.',
    'attendance.autumn':
      'Just short of 70%; transport changes cost the first three weeks, and attendance has risen since half term.',
    'vacancies.summer': 'Both support posts were filled in June; every post is filled for September.',
  },
  comments: [
    'Agreed. Attendance is our first priority for the spring.',
    'Agreed; thank you for the conversation about how we log incidents.',
    'Agreed. A good year, with reading next.',
  ],
};
