import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { themeSheet, tokenNames } from '../../tabs/app/themeSheet';

const tabs = path.resolve(__dirname, '../../tabs');
const files = readdirSync(tabs, { recursive: true, encoding: 'utf8' }).map((name) => path.join(tabs, name));
const textOf = (file: string): string => readFileSync(file, 'utf8');
const nameOf = (file: string): string => path.relative(tabs, file);
const sheets = files.filter((file) => file.endsWith('.css'));
const parts = files.filter((file) => file.endsWith('.module.css'));
const scripts = files.filter((file) => /\.tsx?$/.test(file));

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((m) => m[1] ?? '')),
];
const classesIn = (sheet: string): string[] => found(sheet.replace(/\/\*[^]*?\*\//g, ''), /\.([a-zA-Z][\w]*)/g);
const importersOf = (sheet: string): string[] =>
  scripts.filter((file) =>
    found(textOf(file), /from '(\.[^']+\.module\.css)'/g).some((to) => path.resolve(path.dirname(file), to) === sheet),
  );
const usedIn = (script: string): string[] => found(script, /\bcss\.(\w+)/g);
/** `css[tone]`, or the sheet handed on whole: any of its names may be meant. */
const takesAny = (script: string): boolean => /\bcss[[;]/.test(script);

/** Those that a sheet sets itself, for what stands in it: also for parts with sheets of their own. */
const ownTokens = sheets.flatMap((file) => found(textOf(file), /(?:^|[\s{;])--(\w+):/g));

describe('style sheets', () => {
  it('finds some', () => {
    expect(parts.length).toBeGreaterThan(10);
  });

  it.each(sheets.map((file) => [nameOf(file), file]))('%s uses no token that no theme has', (_name, file) => {
    const text = textOf(file);
    const set = importersOf(file).flatMap((script) => found(textOf(script), /'--(\w+)'/g));
    const known = new Set([...tokenNames(), ...ownTokens, ...set]);
    expect(found(text, /var\(--(\w+)/g).filter((token) => !known.has(token))).toEqual([]);
  });

  it.each(parts.map((file) => [nameOf(file), file]))(
    '%s has every class that is asked of it, and no other',
    (_n, file) => {
      const defined = classesIn(textOf(file));
      const importers = importersOf(file).map(textOf);
      expect(importers.length).toBeGreaterThan(0);
      expect(importers.flatMap(usedIn).filter((name) => !defined.includes(name))).toEqual([]);
      const unused = defined.filter((name) => !importers.flatMap(usedIn).includes(name));
      expect(importers.some(takesAny) ? [] : unused).toEqual([]);
    },
  );

  it.each(parts.map((file) => [nameOf(file), file]))(
    '%s stands in a layer, so that what Fluent says wins',
    (_n, file) => {
      expect(textOf(file).trimStart()).toMatch(/^@layer (surfaces|parts) \{/);
    },
  );
});

describe('the sheet of the themes', () => {
  const sheet = themeSheet();
  const ruleOf = (selector: string): string => sheet.split(`${selector} {`)[1]?.split('}')[0] ?? '';

  it('gives every token in the light theme', () => {
    const light = ruleOf(':root');
    expect(tokenNames().filter((name) => !light.includes(`--${name}: `))).toEqual([]);
    expect(light).toContain('--toneCriticalBackground: #f3a0a8;');
  });
  it.each(['dark', 'contrast'])('says what the %s theme says otherwise, and how the browser draws its own', (name) => {
    const rule = ruleOf(`:root[data-theme='${name}']`);
    expect(rule).toContain('color-scheme: dark;');
    expect(rule).toContain('--toneCriticalBackground: ');
    expect(rule).toContain('--colorNeutralBackground1: ');
    expect(rule).not.toContain('--spacingHorizontalM: ');
  });
  it('keeps to the light scheme in the light theme, whatever the system has', () => {
    expect(ruleOf(":root[data-theme='light']")).toContain('color-scheme: light;');
  });
});
