import type { Inspection } from '../../../shared/schema/historic';

/** What Ofsted grades in a school, under its inspection handbook of the time. */
export const ofstedAreas: { readonly [R in Inspection['report']]: readonly string[] } = {
  grades: [
    'Quality of education',
    'Behaviour and attitudes',
    'Personal development',
    'Leadership and management',
    'Early years provision',
    'Sixth-form provision',
  ],
  reportCard: [
    'Inclusion',
    'Curriculum and teaching',
    'Achievement',
    'Attendance and behaviour',
    'Personal development and well-being',
    'Leadership and governance',
    'Early years',
    'Post-16 provision',
  ],
};
