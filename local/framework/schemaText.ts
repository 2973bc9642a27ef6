import { frameworkJsonSchema } from '../../shared/schema/frameworkJsonSchema';

/** The JSON Schema as its file holds it. */
export const frameworkSchemaText = (): string => `${JSON.stringify(frameworkJsonSchema(), null, 2)}\n`;
