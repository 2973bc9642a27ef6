import { administrator, boardMember, ceo, headTeacher, localGovernor, play } from '../cast';
import type { Part } from '../cast';
import type { Person } from '../../../shared/schema/people';

const leads = (...groups: string[]) => ({ role: 'functionLead', groups });

/** The sample trust's people by the part they play. */
export const people = {
  alderHead: play('alderHead', 'Head teacher, Alder Academy', headTeacher('100001')),
  birchHead: play('birchHead', 'Head teacher, Birch Academy', headTeacher('100002')),
  cedarHead: play('cedarHead', 'Head teacher, Cedar Academy', headTeacher('100003')),
  elmHead: play('elmHead', 'Head teacher, Elm Academy', headTeacher('100004')),
  hawthornHead: play('hawthornHead', 'Principal, Hawthorn College', headTeacher('100005')),
  rowanHead: play('rowanHead', 'Head of school, Rowan Academy', headTeacher('100006')),
  director: play('director', 'Director of Education', { role: 'directorOfEducation' }),
  finance: play('finance', 'Chief Finance and Operations Officer', leads('financialManagement')),
  estates: play('estates', 'Head of Estates', leads('estates')),
  hr: play('hr', 'People and Culture Lead', leads('hr')),
  education: play('education', 'School Improvement Officer', leads('qualityOfEducation')),
  ceo: play('ceo', 'Chief Executive Officer', ceo),
  chair: play('chair', 'Chair of the trust board', boardMember),
  trustee: play('trustee', 'Member of the trust board', boardMember),
  governor: play('governor', 'Local governor, Birch Academy', localGovernor('100002')),
  administrator: play('administrator', 'Trust administrator', administrator),
} satisfies Partial<Record<Part, Person>>;
