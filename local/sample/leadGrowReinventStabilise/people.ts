import type { Person } from '../../../shared/schema/people';
import { administrator, boardMember, ceo, headTeacher, localGovernor, play, type Part } from '../cast';

/** The sample trust's people by the part they play. */
export const people = {
  alderHead: play('alderHead', 'Principal, Alder Academy', headTeacher('100001')),
  birchHead: play('birchHead', 'Principal, Birch Academy', headTeacher('100002')),
  cedarHead: play('cedarHead', 'Principal, Cedar Academy', headTeacher('100003')),
  elmHead: play('elmHead', 'Principal, Elm Academy', headTeacher('100004')),
  hawthornHead: play('hawthornHead', 'Principal, Hawthorn College', headTeacher('100005')),
  rowanHead: play('rowanHead', 'Principal, Rowan Academy', headTeacher('100006')),
  director: play('director', 'School Improvement Executive Lead', { role: 'directorOfEducation' }),
  ceo: play('ceo', 'Chief Executive Officer', ceo),
  chair: play('chair', 'Chair of the Trust Board', boardMember),
  trustee: play('trustee', 'Member of the Trust Board', boardMember),
  governor: play('governor', 'Chair of the local governing board, Birch Academy', localGovernor('100002')),
  administrator: play('administrator', 'Trust administrator', administrator),
} satisfies Partial<Record<Part, Person>>;

/** Work for the trust; this framework gives them no part. */
export const colleagues: readonly Person[] = [play('education', 'Trust school improvement team')];
