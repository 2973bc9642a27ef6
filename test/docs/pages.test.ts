import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFaultNames } from '../../local/graph/faultNames';
import { inProject } from '../../local/projectRoot';
import { findSampleCode } from '../../local/sample/codes';
import { sections } from '../../tabs/features/administer/sections';
import { everyPicture } from '../pictures/pictures';
import { anchorsIn, destinationOf, filesBelow, linksIn, pages, readText } from './pages';

/** Each match of a pattern's first group in a page, as `page: match`, where it is not right. */
const wrong = (pattern: RegExp, isRight: (found: string) => boolean): string[] =>
  pages.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)]
      .flatMap(([, found]) => (found === undefined || isRight(found) ? [] : [`${file}: ${found}`]))
      .sort(),
  );

const matches = (pattern: RegExp): number => pages.flatMap(({ text }) => [...text.matchAll(pattern)]).length;

const relative = pages.flatMap(linksIn).filter(({ target }) => !/^[a-z]+:/.test(target));

describe('the links of the pages', () => {
  it('lead to something that is there', () => {
    const lost = relative.filter((link) => !existsSync(inProject(destinationOf(link).file)));
    expect(lost).toEqual([]);
    expect(relative.length).toBeGreaterThan(60);
  });

  it('name headings that are there', () => {
    const anchored = relative.flatMap((link) => {
      const { file, anchor } = destinationOf(link);
      return anchor === undefined ? [] : [{ ...link, to: file, anchor }];
    });
    expect(anchored.filter(({ to, anchor }) => !anchorsIn(readText(to)).has(anchor))).toEqual([]);
    expect(anchored.length).toBeGreaterThan(3);
  });

  it('go out by HTTPS alone, or to this machine', () => {
    const outward = pages.flatMap(linksIn).filter(({ target }) => /^[a-z]+:/.test(target));
    expect(outward.filter(({ target }) => !target.startsWith('https://'))).toEqual([]);
  });

  it('reach every page from the list of pages or from the README', () => {
    const listed = new Set(
      relative
        .filter(({ file }) => ['README.md', 'docs/README.md'].includes(file))
        .map((link) => destinationOf(link).file),
    );
    const reached = ({ file }: { file: string }): boolean =>
      file === 'README.md' || listed.has(file) || [...listed].some((to) => file.startsWith(`${to}/`));
    expect(pages.filter((page) => !reached(page)).map(({ file }) => file)).toEqual([]);
  });
});

describe('what the pages name', () => {
  it('are commands that package.json has', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    const command = /npm run ([a-z][a-z:-]*)/g;
    expect(wrong(command, (name) => name in scripts)).toEqual([]);
    expect(matches(command)).toBeGreaterThan(20);
  });

  it('are variables that the configuration reads, or that the toolkit is given', () => {
    const name = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;
    const sources = [
      ...filesBelow('functions').filter((file) =>
        /\/(config|environment|storageSettings|checkKeys|settings)\.ts$/.test(file),
      ),
      'infra/main.bicep',
      'infra/main.parameters.json',
      'infra/env/.env.example',
      'local/commandLine.ts',
      'test/support/browser.mjs',
    ];
    const known = new Set(sources.flatMap((file) => readText(file).match(name) ?? []));
    // What the reader puts in the place of, in addresses of Graph.
    const placeholders = ['SITE_ID', 'PERMISSION_ID', 'SERVICE_PRINCIPAL_ID', 'ASSIGNMENT_ID'];
    const named = new RegExp(`(${name.source})`, 'g');
    expect(wrong(named, (found) => known.has(found) || placeholders.includes(found))).toEqual([]);
    expect(matches(named)).toBeGreaterThan(40);
  });

  it('are files that are there', () => {
    const file =
      /`((?:shared|functions|bot|tabs|manifest|infra|local|test|docs)\/[\w./-]+\.(?:tsx?|mjs|cjs|json|ya?ml|bicep|md))`/g;
    expect(wrong(file, (named) => existsSync(inProject(named)))).toEqual([]);
    expect(matches(file)).toBeGreaterThan(40);
  });

  it('are faults and samples that can be ordered', () => {
    const faults = /--faults ([a-z][a-z,-]*)/g;
    expect(wrong(faults, (given) => readFaultNames(given).length > 0)).toEqual([]);
    expect(wrong(/--framework ([a-z][A-Za-z-]*)/g, (given) => findSampleCode(given) !== undefined)).toEqual([]);
    expect(matches(faults)).toBeGreaterThan(2);
  });

  it('are pages of Administration by the names that they have', () => {
    const titles = sections.map(({ title }) => title);
    const place = /Administration[*_]* (?:›|→)\s+([^*_›→,;:()]+)/g;
    const isTitle = (found: string): boolean => {
      const words = found.trim().replace(/\s+/g, ' ');
      return titles.some((title) => words === title || words.startsWith(`${title}.`) || words.startsWith(`${title} `));
    };
    expect(wrong(place, isTitle)).toEqual([]);
    expect(matches(place)).toBeGreaterThan(8);
  });
});

describe('the pictures', () => {
  const kept = [...filesBelow('docs/images')].sort();
  const sizeOf = (file: string) => {
    const bytes = readFileSync(inProject(file));
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  };

  it('are each shown by a page, and say what they show', () => {
    const shown = new Set(relative.map((link) => destinationOf(link).file));
    expect(kept.filter((file) => !shown.has(file))).toEqual([]);
    expect(wrong(/(!\[\]\([^)]*\))/g, () => false)).toEqual([]);
  });

  it('are those that `npm run pictures` takes, at the size that it takes them', () => {
    const taken = everyPicture.map(({ name }) => `docs/images/${name}.png`);
    expect([...taken].sort()).toEqual(kept);
    const sizes = everyPicture.map(({ width, height }) => ({ width, height }));
    expect(taken.map(sizeOf)).toEqual(sizes);
  });

  it('are small enough for a page', () => {
    expect(kept.filter((file) => statSync(inProject(file)).size > 300_000)).toEqual([]);
  });
});
