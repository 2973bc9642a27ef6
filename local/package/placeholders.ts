import { readFileSync } from 'node:fs';

const placeholder = /\$\{\{ *([A-Z][A-Z0-9_]*) *\}\}/g;

/** The names of the placeholders in a template, each once. They are written as Microsoft's toolkit writes them. */
export const placeholdersIn = (template: string): readonly string[] => [
  ...new Set(Array.from(template.matchAll(placeholder), ([, name = '']) => name)),
];

/** A JSON template with its placeholders filled in. Throws where a value is missing; callers check them before. */
export const fillJson = (file: string, values: Readonly<Record<string, string>>): string =>
  readFileSync(file, 'utf8').replace(placeholder, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${name} is missing.`);
    // Without its quotes: the placeholder stands within a string.
    return JSON.stringify(value).slice(1, -1);
  });
