import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectRoot } from '../../local/projectRoot';

/** A page as it is written. */
export interface Page {
  /** From the project's folder, with slashes. */
  readonly file: string;
  readonly text: string;
}

export interface Link {
  readonly file: string;
  readonly target: string;
}

export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(projectRoot, path.join(parentPath, name)).split(path.sep).join('/'));

export const readText = (file: string): string => readFileSync(inProject(file), 'utf8');

export const pages: readonly Page[] = [
  'README.md',
  'infra/README.md',
  ...filesBelow('docs').filter((file) => file.endsWith('.md')),
].map((file) => ({ file, text: readText(file) }));

const withoutCode = (text: string): string => text.replace(/^( *)```[^]*?^ *```$/gm, '').replace(/`[^`\n]*`/g, '`…`');

/** Links, pictures and the targets of `[name]: target` lines; what is code is none. */
export const linksIn = ({ file, text }: Page): readonly Link[] => {
  const plain = withoutCode(text);
  const found = [...plain.matchAll(/\]\(([^)\s]+)\)/g), ...plain.matchAll(/^\[[^\]]+\]: (\S+)$/gm)];
  return found.flatMap(([, target]) => (target === undefined ? [] : [{ file, target }]));
};

/** The anchors that GitHub gives a page's headings. */
export const anchorsIn = (text: string): ReadonlySet<string> => {
  const headings = [...text.replace(/^( *)```[^]*?^ *```$/gm, '').matchAll(/^#{1,6} (.+)$/gm)];
  const slugs = headings.map(([, words = '']) =>
    words
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return new Set(slugs);
};

/** Where a relative link leads: the file, and the anchor in it. */
export const destinationOf = ({ file, target }: Link): { readonly file: string; readonly anchor?: string } => {
  const [address = '', anchor] = target.split('#');
  const to = address === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(address));
  return { file: to, ...(anchor && { anchor }) };
};
