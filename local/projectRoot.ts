import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, wherever a program was started from. */
export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export const inProject = (...segments: string[]): string => path.join(projectRoot, ...segments);
