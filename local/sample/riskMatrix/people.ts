import type { Person } from '../../../shared/schema/people';
import { administrator, boardMember, ceo, headTeacher, localGovernor, play, type Part } from '../cast';

const directorOf = (...phases: string[]) => ({ role: 'directorOfEducation', phases });

/** The sample trust's people by the part they play: one director for each phase. */
export const people = {
  alderHead: play('alderHead', 'Principal, Alder Academy', headTeacher('100001')),
  birchHead: play('birchHead', 'Head teacher, Birch Academy', headTeacher('100002')),
  cedarHead: play('cedarHead', 'Head teacher, Cedar Academy', headTeacher('100003')),
  elmHead: play('elmHead', 'Principal, Elm Academy', headTeacher('100004')),
  hawthornHead: play('hawthornHead', 'Principal, Hawthorn College', headTeacher('100005')),
  rowanHead: play('rowanHead', 'Head teacher, Rowan Academy', headTeacher('100006')),
  director: play('director', 'Primary Director', directorOf('primary')),
  secondaryDirector: play('secondaryDirector', 'Secondary Director', directorOf('secondary')),
  ceo: play('ceo', 'Chief Executive Officer', ceo),
  chair: play('chair', 'Chair of the Board of Directors', boardMember),
  trustee: play('trustee', 'Member of the Board of Directors', boardMember),
  governor: play('governor', 'Local Advisory Group, Birch Academy', localGovernor('100002')),
  administrator: play('administrator', 'Trust administrator', administrator),
} satisfies Partial<Record<Part, Person>>;

/** Work for the trust; this framework gives them no part. */
export const colleagues: readonly Person[] = [play('education', 'Lead of the behaviour hub')];
