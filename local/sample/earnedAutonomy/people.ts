import type { Person } from '../../../shared/schema/people';
import { administrator, boardMember, ceo, headTeacher, localGovernor, play, type Part } from '../cast';

/** The sample trust's people by the part they play. The CEO grades with the heads: there is no director. */
export const people = {
  alderHead: play('alderHead', 'Head teacher, Alder Academy', headTeacher('100001')),
  birchHead: play('birchHead', 'Head teacher, Birch Academy', headTeacher('100002')),
  cedarHead: play('cedarHead', 'Head teacher, Cedar Academy', headTeacher('100003')),
  elmHead: play('elmHead', 'Head teacher, Elm Academy', headTeacher('100004')),
  hawthornHead: play('hawthornHead', 'Head teacher, Hawthorn College', headTeacher('100005')),
  rowanHead: play('rowanHead', 'Head teacher, Rowan Academy', headTeacher('100006')),
  ceo: play('ceo', 'Chief Executive Officer', ceo),
  chair: play('chair', 'Chair of the Board of Trustees', boardMember),
  trustee: play('trustee', 'Member of the Board of Trustees', boardMember),
  governor: play('governor', 'Local governing body, Birch Academy', localGovernor('100002')),
  administrator: play('administrator', 'Trust administrator', administrator),
} satisfies Partial<Record<Part, Person>>;

/** Work for the trust; this framework gives them no part. */
export const colleagues: readonly Person[] = [
  play('director', 'Primary phase specialist'),
  play('education', 'Subject specialist, mathematics'),
];
