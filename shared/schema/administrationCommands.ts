import * as z from 'zod/mini';
import { AcademyFacts } from './academyFacts';
import { CommandId, PersonId, Urn, Year } from './ids';
import { PersonFacts } from './people';
import { YearDates } from './settings';

/** What administrators send. `basedOn` is what they had in sight when they began: a later change is not written over. */

const command = { commandId: CommandId };
const datesInOrder = z.refine<AcademyFacts>(
  ({ joinedOn, leftOn }) => joinedOn === undefined || leftOn === undefined || joinedOn <= leftOn,
  { path: ['leftOn'], error: 'must not be before the day of joining' },
);

export const AddAcademy = z.object({ ...command, urn: Urn, facts: AcademyFacts.check(datesInOrder) });
export type AddAcademy = z.infer<typeof AddAcademy>;

export const AmendAcademy = z.object({
  ...command,
  urn: Urn,
  basedOn: AcademyFacts,
  facts: AcademyFacts.check(datesInOrder),
});
export type AmendAcademy = z.infer<typeof AmendAcademy>;

/** `person` is the Entra object id of the person, as Teams' people picker gives it. */
export const AddPerson = z.object({ ...command, person: PersonId, facts: PersonFacts });
export type AddPerson = z.infer<typeof AddPerson>;

export const AmendPerson = z.object({ ...command, person: PersonId, basedOn: PersonFacts, facts: PersonFacts });
export type AmendPerson = z.infer<typeof AmendPerson>;

/** `basedOn` is null where the year is added. */
export const SetYearDates = z.object({ ...command, year: Year, basedOn: z.nullable(YearDates), dates: YearDates });
export type SetYearDates = z.infer<typeof SetYearDates>;
