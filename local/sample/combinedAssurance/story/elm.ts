import { people } from '../people';
import type { Story } from './story';

/** Slipping: growth and staff changes show in attendance, then in progress. */
export const elm: Story = {
  urn: '100004',
  head: people.elmHead,
  levels: {
    financialPlanning: 'AAP',
    financialMonitoring: 'PPP',
    financialControls: 'AAA',
    valueForMoney: 'AAP',
    payroll: 'AAA',
    assetsStrategy: 'PPP',
    healthAndSafety: 'AAA',
    estatesCompliance: 'APA',
    cateringAndCleaning: 'AAA',
    saferRecruitment: 'AAA',
    sicknessAbsence: 'AAP',
    disciplinaryAndGrievance: 'AAA',
    retention: 'APP',
    vacancies: 'PPI',
    behaviour: 'AAA',
    attendance: 'APP',
    persistentAbsence: 'AAP',
    suspensions: 'AAA',
    partialTimetables: 'AAP',
    teachingAndLearning: 'AAP',
    safeguarding: 'AAP',
    progressReading: 'PPP',
    progressWriting: 'PPP',
    mathematics: 'APP',
    leadershipAndVision: 'AAA',
    developmentPriorities: 'AAP',
    send: 'AAP',
    semh: 'AAA',
  },
  kpis: {
    seriousIncidentRate: [208, 226, 251],
    rpiRate: [133, 139, 158],
    attendanceRate: [74.2, 69.1, 67.8],
    valueAdded: [11.6, 9.4, 7.9],
    persistentAbsenceRate: [68.6, 71.4, 76.4],
    severeAbsenceRate: [24.3, 25.7, 26.4],
    suspensionRate: [38.6, 42.1, 47.1],
    repeatedSuspensionRate: [7.1, 7.9, 9.3],
    partialTimetableRate: [6.4, 8.6, 11.4],
    readingOnTrack: [44.3, 42.1, 39.3],
    writingOnTrack: [46.4, 45, 42.9],
    mathematicsOnTrack: [51.4, 48.6, 45.7],
  },
  told: {
    'behaviour.summer': 'Still assured: rates rose with the larger intake but stay within the band, and routines held.',
    'attendance.spring':
      'Fell below 70% after Christmas; most of it is one large year group, and plans are in place for it.',
    'attendance.summer':
      'A further fall. Calls are made on the first day, but visits came too late while a post was vacant.',
    'persistentAbsence.summer':
      'Above 74.5% for the first time; a joint review with the welfare team is set for September.',
    'vacancies.summer':
      'Five posts are open for September, two of them teaching; the Trust recruits jointly with Alder.',
    'safeguarding.summer':
      'Record and training are in order; with new leaders in post, quality assurance needs a firmer cycle.',
    'financialPlanning.summer':
      'The larger intake is not yet matched by agreed top-up funding; the budget has a second version ready.',
  },
  comments: [
    'Agreed.',
    'Agreed. The larger intake has been harder than we planned for.',
    'Agreed; I should like to talk about recruitment at the next wellbeing meeting.',
  ],
};
