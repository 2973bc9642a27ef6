import * as z from 'zod/mini';
import { Framework } from './framework';

/** A JSON Schema document, or a part of one, as zod writes it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema of a framework's file, made from the zod schema: for editors, and for finding keys that nobody knows.
 * It is stricter than the zod schema: a key that is not listed is a mistake, since it would be passed over in silence.
 */
export const frameworkJsonSchema = (): JsonSchema => {
  const schema: JsonSchema = z.toJSONSchema(Framework, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties) jsonSchema.additionalProperties = false;
    },
  });
  const $schema = {
    type: 'string',
    description: 'Where this schema is, for editors. Assured passes it over.',
  } as const;
  return {
    ...schema,
    title: 'A framework for Assured',
    properties: { $schema, ...schema.properties },
  };
};
