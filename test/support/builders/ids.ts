import {
  AreaCode,
  CategoryCode,
  ChangeId,
  CommandId,
  CommitteeCode,
  GroupCode,
  KpiCode,
  LevelCode,
  RouteCode,
  Urn,
  Year,
} from '../../../shared/schema/ids';

/** The codes of the small framework, branded once. */
export const area = {
  vacancies: AreaCode.parse('vacancies'),
  retention: AreaCode.parse('retention'),
  attendance: AreaCode.parse('attendance'),
  earlyYears: AreaCode.parse('earlyYears'),
  safeguarding: AreaCode.parse('safeguarding'),
};
export const group = { staffing: GroupCode.parse('staffing'), school: GroupCode.parse('school') };
export const level = {
  intervention: LevelCode.parse('intervention'),
  actions: LevelCode.parse('actions'),
  assured: LevelCode.parse('assured'),
  urgent: LevelCode.parse('urgent'),
  attention: LevelCode.parse('attention'),
  expected: LevelCode.parse('expected'),
  strong: LevelCode.parse('strong'),
  exceptional: LevelCode.parse('exceptional'),
};
export const kpi = {
  attendanceRate: KpiCode.parse('attendanceRate'),
  severeAbsence: KpiCode.parse('severeAbsence'),
  repeatSuspensions: KpiCode.parse('repeatSuspensions'),
};
export const category = {
  stabilise: CategoryCode.parse('stabilise'),
  repair: CategoryCode.parse('repair'),
  improve: CategoryCode.parse('improve'),
  sustain: CategoryCode.parse('sustain'),
};

/** The small framework's one route; the committee of tests that have one. */
export const route = { inYear: RouteCode.parse('inYear') };
export const committee = { learning: CommitteeCode.parse('learning'), finance: CommitteeCode.parse('finance') };

export const urn = {
  alder: Urn.parse('100001'),
  birch: Urn.parse('100002'),
  cedar: Urn.parse('100003'),
  unknown: Urn.parse('999999'),
};
export const thisYear = Year.parse('2026/27');
export const lastYear = Year.parse('2025/26');
export const nextYear = Year.parse('2027/28');
export const unknownYear = Year.parse('2040/41');

export const changeId = (n: number): ChangeId =>
  ChangeId.parse(`c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const commandId = (name: string): CommandId => CommandId.parse(`command-${name}`);
