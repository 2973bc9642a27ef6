import * as z from 'zod/mini';
import { PersonId, RequiredText, Year } from './ids';
import { PersonFacts } from './people';
import { YearDates } from './settings';

/**
 * What a trust is begun with, as its administrator writes it into a file: its name, the first academic year with the
 * terms' dates, and the first administrator. Everything else is entered in the tab.
 */
export const Beginning = z.strictObject({
  trustName: RequiredText(120),
  year: Year,
  terms: YearDates.shape.terms,
  closedOn: z._default(YearDates.shape.closedOn, []),
  administrator: z.strictObject({
    /** Entra's object id. */
    id: PersonId,
    name: PersonFacts.shape.name,
    email: PersonFacts.shape.email,
    jobTitle: PersonFacts.shape.jobTitle,
  }),
});
export type Beginning = z.infer<typeof Beginning>;
