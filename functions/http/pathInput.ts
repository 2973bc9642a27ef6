import { z } from 'zod';
import { yearFromPath } from '../../shared/domain/words';
import { ExportFormat } from '../../shared/schema/exporting';
import { HandEditKey } from '../../shared/schema/handEditViews';
import { AreaCode, ChangeId, Day, FrameworkCode, Period, PersonId, Urn } from '../../shared/schema/ids';

const PathYear = z.string().transform((text, context) => {
  const year = /^\d{4}-\d{2}$/.test(text) ? yearFromPath(text) : undefined;
  if (year === undefined) context.addIssue('not an academic year');
  return year ?? z.NEVER;
});

const pathValues: Readonly<Record<string, z.core.$ZodType<string>>> = {
  year: PathYear,
  period: Period,
  format: ExportFormat,
  urn: Urn,
  area: AreaCode,
  id: ChangeId,
  code: FrameworkCode,
  version: z.string().regex(/^[1-9]\d{0,3}$/),
  list: HandEditKey.shape.list,
  item: HandEditKey.shape.item,
  effectiveFrom: Day,
  from: PersonId,
  person: PersonId,
};

/** The values in the path; undefined where one of them cannot name anything, which is answered as not found. */
export const pathInput = (params: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined => {
  const values: Record<string, string> = {};
  for (const [name, text] of Object.entries(params)) {
    const schema = pathValues[name];
    const value = schema && z.safeParse(schema, text);
    if (!value?.success) return undefined;
    values[name] = value.data;
  }
  return values;
};
